DELETE FROM shop.purchase WHERE year = ANY (ARRAY[${slices}]);

-- A semicolon in a comment; and one in a text below.
INSERT INTO shop.purchase
SELECT s.year, c.customer_key, s.amount FROM ${staging} s LEFT JOIN shop.customer c USING (customer_id) WHERE 'a;b' <> s.year;
