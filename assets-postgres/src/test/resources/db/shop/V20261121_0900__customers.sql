CREATE TABLE shop.customer (
    customer_key integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    customer_id bigint NOT NULL UNIQUE,
    name text NOT NULL
);

CREATE TABLE shop.purchase (
    year text NOT NULL,
    customer_key integer NOT NULL REFERENCES shop.customer,
    amount numeric(6, 2) NOT NULL CHECK (amount > 0)
);
