UPDATE warehouse.dim_genre t
   SET active = EXISTS (SELECT FROM ${staging} s WHERE s.name = t.name)
 WHERE active IS DISTINCT FROM EXISTS (SELECT FROM ${staging} s WHERE s.name = t.name);

INSERT INTO warehouse.dim_genre (name)
SELECT s.name
  FROM ${staging} s
 WHERE NOT EXISTS (SELECT FROM warehouse.dim_genre t WHERE t.name = s.name)
 ORDER BY s.name;
