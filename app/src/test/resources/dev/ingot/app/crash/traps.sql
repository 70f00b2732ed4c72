-- Places in what a run has the database do, where it can be made to stand still. Counted by sequences: what is rolled back
-- has passed all the same.
DROP SCHEMA IF EXISTS chaos CASCADE;
DROP EVENT TRIGGER IF EXISTS chaos_tables;
CREATE SCHEMA chaos;
CREATE TABLE chaos.stop (place text, nth bigint);

CREATE FUNCTION chaos.pass() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF nextval('chaos.' || TG_ARGV[0]) = (SELECT nth FROM chaos.stop WHERE place = TG_ARGV[0]) THEN
        PERFORM pg_advisory_xact_lock(1667785075, 1);
    END IF;
    RETURN NEW;
END $$;

CREATE FUNCTION chaos.watch(class regclass) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    schema_name text := (SELECT relnamespace::regnamespace::text FROM pg_class WHERE oid = class);
BEGIN
    IF schema_name = 'ingot_staging' THEN
        EXECUTE format('CREATE OR REPLACE TRIGGER chaos_copy BEFORE INSERT ON %s FOR EACH ROW EXECUTE FUNCTION chaos.pass(''copy'')', class);
    ELSIF schema_name = 'warehouse' THEN
        EXECUTE format('CREATE OR REPLACE TRIGGER chaos_swap BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON %s'
            ' FOR EACH STATEMENT EXECUTE FUNCTION chaos.pass(''swap'')', class);
        EXECUTE format('CREATE OR REPLACE TRIGGER chaos_swapped AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON %s'
            ' FOR EACH STATEMENT EXECUTE FUNCTION chaos.pass(''swapped'')', class);
    END IF;
END $$;

CREATE FUNCTION chaos.watch_new() RETURNS event_trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM chaos.watch(objid) FROM pg_event_trigger_ddl_commands() WHERE object_type = 'table';
END $$;
CREATE EVENT TRIGGER chaos_tables ON ddl_command_end WHEN TAG IN ('CREATE TABLE') EXECUTE FUNCTION chaos.watch_new();

CREATE SEQUENCE chaos.claim;
CREATE TRIGGER chaos_claim BEFORE INSERT ON ingot.run FOR EACH ROW EXECUTE FUNCTION chaos.pass('claim');
CREATE SEQUENCE chaos.event;
CREATE TRIGGER chaos_event BEFORE INSERT ON ingot.run_event FOR EACH ROW EXECUTE FUNCTION chaos.pass('event');
CREATE SEQUENCE chaos.intent;
CREATE TRIGGER chaos_intent BEFORE INSERT ON ingot.intent FOR EACH ROW EXECUTE FUNCTION chaos.pass('intent');
CREATE SEQUENCE chaos.ledger;
CREATE TRIGGER chaos_ledger BEFORE INSERT ON ingot.materialization FOR EACH ROW EXECUTE FUNCTION chaos.pass('ledger');
CREATE SEQUENCE chaos.copy;
CREATE SEQUENCE chaos.swap;
CREATE SEQUENCE chaos.swapped;
SELECT chaos.watch(oid) FROM pg_class WHERE relkind IN ('r', 'p') AND relnamespace = to_regnamespace('warehouse');
