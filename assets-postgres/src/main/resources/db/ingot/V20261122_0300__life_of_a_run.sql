-- The same question as before, asked with each step: in this language it is planned once a session, not at each call.

CREATE OR REPLACE FUNCTION lives(run text) RETURNS boolean LANGUAGE plpgsql VOLATILE AS $$
BEGIN
    RETURN EXISTS (
        SELECT FROM pg_locks
        WHERE locktype = 'advisory' AND objsubid = 1 AND granted
          AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
          AND classid::bigint << 32 | objid::bigint = hashtextextended(run, 0));
END
$$;
