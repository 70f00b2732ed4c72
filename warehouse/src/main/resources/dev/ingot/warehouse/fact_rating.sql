SELECT warehouse.replace_fact_rating(slice::smallint, '${staging}'::regclass)
  FROM unnest(ARRAY[${slices}]) AS slice;
