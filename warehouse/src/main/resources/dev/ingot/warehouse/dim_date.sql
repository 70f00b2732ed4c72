-- Days are only ever added: facts of other years may still point at them.
INSERT INTO warehouse.dim_date (date_key, date, year, quarter, month, day, weekday)
SELECT s.date_key, s.date, s.year, s.quarter, s.month, s.day, s.weekday
  FROM ${staging} s
 WHERE NOT EXISTS (SELECT FROM warehouse.dim_date t WHERE t.date_key = s.date_key)
 ORDER BY s.date_key;
