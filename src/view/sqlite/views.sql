CREATE VIEW deals AS
-- A row a contract, with the first of its suppliers, customers, items, values and days. Amounts are decimals as text.
SELECT
  c.document,
  c.id AS contract,
  d.published,
  s.name AS supplier,
  s.country AS supplier_country,
  b.name AS customer,
  b.country AS customer_country,
  i.quantity,
  i.text AS item,
  v.role,
  f.currency,
  f.low,
  f.high,
  (
    SELECT m.edtf FROM contract_dates k JOIN dates m ON m.document = k.document AND m.id = k.date
    WHERE k.document = c.document AND k.contract = c.id AND k.role IN ('signed', 'awarded', 'announced')
    ORDER BY k.number LIMIT 1
  ) AS made,
  c.action,
  c.status,
  c.hedged,
  c.attribution,
  c.text
FROM contracts c
JOIN documents d ON d.id = c.document
LEFT JOIN parties s ON s.document = c.document AND s.contract = c.id AND s.role = 'supplier' AND s.number = 1
LEFT JOIN parties b ON b.document = c.document AND b.contract = c.id AND b.role = 'customer' AND b.number = 1
LEFT JOIN items i ON i.document = c.document AND i.contract = c.id AND i.number = 1
LEFT JOIN "values" v ON v.document = c.document AND v.contract = c.id AND v.number = 1
LEFT JOIN figures f ON f.document = v.document AND f.id = v.figure;

CREATE VIEW sums AS
-- A row for each figure that a contract names, with its money. left_out says why the amount cannot be added to others of its currency and
-- role; where it is null the amount is one exact sum.
WITH told AS (
  SELECT
    v.document, v.contract, v.number, v.role, v.figure, f.text, f.kind, f.low, f.high, f.magnitude, f.currency, f.approximate, f.per,
    c.hedged,
    CASE
      WHEN f.kind = 'range' THEN 'range'
      WHEN f.kind IN ('at_least', 'more_than') THEN 'only a lower bound'
      WHEN f.kind IN ('at_most', 'less_than') THEN 'only an upper bound'
      WHEN f.kind <> 'exact' OR f.low IS NULL THEN 'no number'
      WHEN f.converts IS NOT NULL THEN 'conversion of another figure'
      WHEN f.currency IS NULL THEN 'currency not said'
      WHEN f.approximate THEN 'approximate'
      WHEN f.per IS NOT NULL THEN 'a price for each'
      WHEN f.sign = 'negative' THEN 'written with a minus'
      WHEN v.role = 'cumulative' THEN 'a total of its own'
      WHEN v.role = 'unit_price' THEN 'a price for each'
      WHEN v.role = 'other' THEN 'of no named role'
      WHEN v.role = 'modification' AND EXISTS (
        SELECT 1 FROM evidence e WHERE e.document = v.document AND e.contract = v.contract AND e."for" = 'role'
          AND (e.text LIKE 'decreas%' OR e.text LIKE 'reduc%' OR e.text LIKE 'lower%')
      ) THEN 'may be taken off'
      -- Sums are of whole numbers of 64 bits: at most fifteen digits before the point, and nine behind it.
      WHEN instr(f.low || '.', '.') > 16 OR length(f.low) - instr(f.low || '.', '.') > 9 THEN 'too large or too fine to add here'
    END AS why,
    row_number() OVER (
      PARTITION BY v.document, v.figure, v.role ORDER BY CAST(substr(v.contract, 2) AS INTEGER), v.number
    ) AS time
  FROM "values" v
  JOIN figures f ON f.document = v.document AND f.id = v.figure
  JOIN contracts c ON c.document = v.document AND c.id = v.contract
)
SELECT
  document, contract, number, role, figure, text, kind, low, high, magnitude, currency, approximate, per, hedged,
  CASE
    WHEN time > 1 THEN 'the same figure again'
    WHEN why IS NOT NULL THEN why
    WHEN row_number() OVER (
      PARTITION BY document, contract, role, currency, low, why IS NULL AND time = 1 ORDER BY number
    ) > 1 THEN 'the same sum again'
  END AS left_out
FROM told;

CREATE VIEW totals AS
-- The exact sum of all amounts of one currency in one role, as text, since SQLite has no decimals; of how many it is, how many of them are
-- told at second hand, and how many amounts cannot be added (sums says why). Roles are never added to each other: a ceiling is no
-- award, an option is not exercised, obligated money is a part of an award.
WITH parts AS (
  SELECT
    currency, role, hedged, left_out,
    CASE WHEN left_out IS NULL THEN CAST(substr(low, 1, instr(low || '.', '.') - 1) AS BIGINT) END AS whole,
    CASE WHEN left_out IS NULL THEN CAST(substr(substr(low, instr(low || '.', '.') + 1) || '000000000', 1, 9) AS BIGINT) END AS billionths
  FROM sums
  WHERE coalesce(left_out, '') <> 'the same figure again'
)
SELECT
  currency,
  role,
  (sum(whole) + CAST((sum(billionths) - sum(billionths) % 1000000000) / 1000000000 AS BIGINT)) || CASE sum(billionths) % 1000000000
    WHEN 0 THEN ''
    ELSE '.' || rtrim(substr('000000000' || (sum(billionths) % 1000000000), -9), '0')
  END AS total,
  count(whole) AS amounts,
  count(CASE WHEN hedged AND left_out IS NULL THEN 1 END) AS hedged,
  count(left_out) AS left_out
FROM parts
GROUP BY currency, role
ORDER BY currency IS NULL, currency, role;

CREATE VIEW contracts_by_supplier_country AS
-- How many contracts have a supplier of each country; null counts those with none, or with one whose country is not known.
SELECT country, count(*) AS contracts
FROM (
  SELECT DISTINCT c.document, c.id, p.country
  FROM contracts c
  LEFT JOIN parties p ON p.document = c.document AND p.contract = c.id AND p.role = 'supplier'
)
GROUP BY country
ORDER BY contracts DESC, country;

CREATE VIEW contracts_by_year AS
-- How many contracts were signed, awarded or announced in each year, or at some time in each range of years; null counts those of which
-- the text does not tell.
SELECT first_year, last_year, count(*) AS contracts
FROM (
  SELECT min(m.first_year) AS first_year, max(m.last_year) AS last_year
  FROM contracts c
  LEFT JOIN contract_dates k
    ON k.document = c.document AND k.contract = c.id AND k.role IN ('signed', 'awarded', 'announced')
  LEFT JOIN dates m ON m.document = k.document AND m.id = k.date
  GROUP BY c.document, c.id
)
GROUP BY first_year, last_year
ORDER BY first_year IS NULL, first_year, last_year;
