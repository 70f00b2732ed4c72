UPDATE warehouse.dim_user t
   SET first_rated_at = s.first_rated_at, last_rated_at = s.last_rated_at, active = true
  FROM ${staging} s
 WHERE t.user_id = s.user_id
   AND (t.first_rated_at, t.last_rated_at, t.active) IS DISTINCT FROM (s.first_rated_at, s.last_rated_at, true);

INSERT INTO warehouse.dim_user (user_id, first_rated_at, last_rated_at)
SELECT s.user_id, s.first_rated_at, s.last_rated_at
  FROM ${staging} s
 WHERE NOT EXISTS (SELECT FROM warehouse.dim_user t WHERE t.user_id = s.user_id)
 ORDER BY s.user_id;

UPDATE warehouse.dim_user t
   SET active = false
 WHERE t.active
   AND NOT EXISTS (SELECT FROM ${staging} s WHERE s.user_id = t.user_id);
