-- Runs, what their steps did, and the ledger of materializations. Described in docs/spec/ledger.md.

CREATE TABLE run (
    run_id text COLLATE "C" PRIMARY KEY,
    command text NOT NULL,
    holder text NOT NULL,
    status text NOT NULL CHECK (status IN ('running', 'succeeded', 'failed', 'blocked', 'cancelled')),
    started_at timestamptz NOT NULL,
    finished_at timestamptz,
    message text NOT NULL
);
COMMENT ON TABLE run IS 'One execution of a plan. A running one is alive as long as its advisory lock is held.';

CREATE TABLE step (
    run_id text COLLATE "C" NOT NULL REFERENCES run ON DELETE CASCADE,
    number integer NOT NULL,
    asset text NOT NULL,
    reason text NOT NULL,
    partitions text NOT NULL,
    status text NOT NULL,
    rows bigint NOT NULL,
    rejected bigint NOT NULL,
    started_at timestamptz,
    finished_at timestamptz,
    message text NOT NULL,
    PRIMARY KEY (run_id, number)
);
COMMENT ON TABLE step IS 'How each step of a run stands: the sum of its events.';

CREATE TABLE run_event (
    event_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    run_id text COLLATE "C" NOT NULL REFERENCES run ON DELETE CASCADE,
    at timestamptz NOT NULL,
    status text NOT NULL,
    message text NOT NULL,
    step_number integer,
    step_partitions text,
    step_status text,
    step_rows bigint,
    step_rejected bigint,
    step_started_at timestamptz,
    step_finished_at timestamptz,
    step_message text,
    FOREIGN KEY (run_id, step_number) REFERENCES step (run_id, number) ON DELETE CASCADE
);
CREATE INDEX run_event_by_run ON run_event (run_id, event_id);
COMMENT ON TABLE run_event IS 'What happened, in order: of a step where step_number is set, otherwise of the run.';

CREATE TABLE intent (
    run_id text COLLATE "C" NOT NULL,
    step_number integer NOT NULL,
    asset text NOT NULL,
    PRIMARY KEY (run_id, step_number)
);
COMMENT ON TABLE intent IS 'Steps that were about to commit and have not said how it ended.';

CREATE TABLE materialization (
    materialization_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    run_id text COLLATE "C" NOT NULL,
    step_number integer NOT NULL,
    asset text NOT NULL,
    table_version bigint NOT NULL,
    code_version text NOT NULL,
    at timestamptz NOT NULL,
    removed text[] NOT NULL,
    UNIQUE (run_id, step_number)
);
CREATE INDEX materialization_by_asset ON materialization (asset, materialization_id);
COMMENT ON TABLE materialization IS 'The fact that a step committed; its key makes repeating it harmless.';

CREATE TABLE slice (
    materialization_id bigint NOT NULL REFERENCES materialization ON DELETE CASCADE,
    partition text NOT NULL,
    position integer NOT NULL,
    data_version text NOT NULL,
    rows bigint NOT NULL,
    rejected bigint NOT NULL,
    inputs jsonb NOT NULL,
    PRIMARY KEY (materialization_id, partition)
);
COMMENT ON TABLE slice IS 'The slices that a materialization wrote, as it left them.';

CREATE TABLE current_slice (
    asset text NOT NULL,
    partition text NOT NULL,
    materialization_id bigint NOT NULL,
    PRIMARY KEY (asset, partition),
    FOREIGN KEY (materialization_id, partition) REFERENCES slice (materialization_id, partition)
);
COMMENT ON TABLE current_slice IS 'The slices that exist now, and the materialization that made each.';

CREATE SCHEMA ingot_staging;
COMMENT ON SCHEMA ingot_staging IS 'Rows on their way into a table; one table a step, dropped when it is done or dead.';
