DELETE FROM shop.customer;
SELECT pg_terminate_backend(pg_backend_pid());
