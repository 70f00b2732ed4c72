SET search_path = ingot;
INSERT INTO run VALUES
    ('01JNA000000000000000000001', 'materialize', 'ann@host:1', 'succeeded',
     '2026-11-20 12:00:00Z', '2026-11-20 12:01:00Z', '1 of 1 steps done'),
    ('01JNA000000000000000000002', 'materialize', 'ann@host:1', 'running', '2026-11-20 13:00:00Z', NULL, '');
INSERT INTO step VALUES
    ('01JNA000000000000000000001', 1, 'silver/movielens/ratings', 'never materialized', '1996', 'succeeded', 90, 10,
     '2026-11-20 12:00:00Z', '2026-11-20 12:01:00Z', 'fine'),
    ('01JNA000000000000000000002', 1, 'silver/movielens/ratings', 'never materialized', '1997', 'pending', 0, 0,
     NULL, NULL, '');
INSERT INTO run_event (run_id, at, status, message, step_number, step_partitions, step_status, step_rows, step_rejected,
    step_started_at, step_finished_at, step_message)
VALUES
    ('01JNA000000000000000000001', '2026-11-20 12:00:00Z', 'running', '', 1, '1996', 'succeeded', 90, 10,
     '2026-11-20 12:00:00Z', '2026-11-20 12:01:00Z', 'fine'),
    ('01JNA000000000000000000001', '2026-11-20 12:01:00Z', 'succeeded', '1 of 1 steps done', NULL, NULL, NULL, NULL, NULL,
     NULL, NULL, NULL);
INSERT INTO intent VALUES ('01JNA000000000000000000002', 1, 'silver/movielens/ratings');
INSERT INTO materialization (run_id, step_number, asset, table_version, code_version, at, removed)
VALUES ('01JNA000000000000000000001', 1, 'silver/movielens/ratings', 3, 'code', '2026-11-20 12:00:00Z', '{}');
INSERT INTO slice SELECT materialization_id, '1996', 0, '90-abc', 90, 10, '{"bronze/movielens/ratings": "v1"}'
FROM materialization;
INSERT INTO current_slice SELECT asset, '1996', materialization_id FROM materialization;
