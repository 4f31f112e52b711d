-- As before, but one transaction may make several editions at once: a version begins and ends in one of those.
CREATE OR REPLACE FUNCTION public.require_new_edition() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF EXISTS (SELECT FROM written WHERE to_edition IS NOT NULL) OR EXISTS (
      SELECT FROM (SELECT DISTINCT from_edition FROM written) begun WHERE NOT EXISTS (
        SELECT FROM public.edition WHERE n = begun.from_edition AND xmin = pg_current_xact_id()::xid)
    ) THEN
      RAISE EXCEPTION 'a version begins in an edition being made, on %', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
    END IF;
  ELSIF EXISTS (
    SELECT FROM (SELECT DISTINCT to_edition FROM written) ended WHERE NOT EXISTS (
      SELECT FROM public.edition WHERE n = ended.to_edition AND xmin = pg_current_xact_id()::xid)
  ) THEN
    IF public.is_redacting() THEN RETURN NULL; END IF;
    RAISE EXCEPTION 'a version ends in an edition being made, on %', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END $$;
