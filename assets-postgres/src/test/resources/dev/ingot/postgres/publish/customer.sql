UPDATE shop.customer t SET name = s.name FROM ${staging} s WHERE t.customer_id = s.customer_id AND t.name <> s.name;

INSERT INTO shop.customer (customer_id, name)
SELECT s.customer_id, s.name FROM ${staging} s
WHERE NOT EXISTS (SELECT FROM shop.customer t WHERE t.customer_id = s.customer_id) ORDER BY 1;
