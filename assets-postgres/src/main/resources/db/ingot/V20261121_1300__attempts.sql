-- Steps that are tried again. Described in docs/spec/ledger.md.

ALTER TABLE step ADD COLUMN attempt integer NOT NULL DEFAULT 0;
COMMENT ON COLUMN step.attempt IS 'How often it was begun.';

ALTER TABLE run_event ADD COLUMN step_attempt integer;

UPDATE step SET attempt = 1 WHERE started_at IS NOT NULL;
UPDATE run_event SET step_attempt = CASE WHEN step_started_at IS NULL THEN 0 ELSE 1 END WHERE step_number IS NOT NULL;
