-- The one exception to the guards: desk.redact(). While it runs, its transaction stands in a table that only the owner can
-- write, and only desk.redact(), which runs as the owner, does. What a role could set by itself would be no wall.
CREATE SCHEMA guard;
--> statement-breakpoint
CREATE TABLE guard.redacting (transaction xid8 PRIMARY KEY);
--> statement-breakpoint
CREATE FUNCTION public.is_redacting() RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT EXISTS (SELECT FROM guard.redacting WHERE transaction = pg_current_xact_id_if_assigned())
$$;
--> statement-breakpoint
-- As before, but for a redaction: then a version may change in all but what and when it is.
CREATE OR REPLACE FUNCTION public.refuse_rewriting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND old.id = new.id AND old.from_edition = new.from_edition AND old.to_edition = new.to_edition THEN
    IF public.is_redacting() THEN RETURN new; END IF;
  END IF;
  IF TG_OP = 'UPDATE' AND old.to_edition IS NULL AND new.to_edition IS NOT NULL THEN
    old.to_edition := new.to_edition;
    IF old IS NOT DISTINCT FROM new THEN RETURN new; END IF;
  END IF;
  RAISE EXCEPTION 'the published record is not rewritten: % on %', TG_OP, TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION public.require_new_edition() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  made integer := (SELECT n FROM public.edition WHERE xmin = pg_current_xact_id()::xid ORDER BY n DESC LIMIT 1);
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF EXISTS (SELECT FROM written WHERE from_edition IS DISTINCT FROM made OR to_edition IS NOT NULL) THEN
      RAISE EXCEPTION 'a version begins in the edition being made, on %', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
    END IF;
  ELSIF EXISTS (SELECT FROM written WHERE to_edition IS DISTINCT FROM made) THEN
    IF public.is_redacting() THEN RETURN NULL; END IF;
    RAISE EXCEPTION 'a version ends in the edition being made, on %', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- A redaction changes the document of a change and its salt, never its digest.
CREATE FUNCTION public.refuse_changing_documents() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF public.is_redacting() THEN
      old.document := new.document;
      old.salt := new.salt;
      IF old IS NOT DISTINCT FROM new THEN RETURN new; END IF;
    END IF;
  END IF;
  RAISE EXCEPTION 'the published record is not rewritten: % on %', TG_OP, TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
DROP TRIGGER edition_change_history ON public.edition_change;
--> statement-breakpoint
CREATE TRIGGER edition_change_history BEFORE UPDATE OR DELETE ON public.edition_change FOR EACH ROW EXECUTE FUNCTION public.refuse_changing_documents();
--> statement-breakpoint
CREATE TRIGGER redaction_history BEFORE UPDATE OR DELETE ON public.redaction FOR EACH ROW EXECUTE FUNCTION public.refuse_change();
--> statement-breakpoint
CREATE TRIGGER redaction_truncate BEFORE TRUNCATE ON public.redaction FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
--> statement-breakpoint
-- A change with the marks of a redaction; the same as markChange in domain/redaction.ts.
CREATE FUNCTION desk.mark_change(change jsonb, marks jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT CASE
    WHEN jsonb_typeof(change -> 'fields') = 'object' THEN jsonb_set(change, '{fields}', (
      SELECT coalesce(jsonb_object_agg(key, CASE
        WHEN NOT marks ? key THEN value
        WHEN key = 'citations' THEN (
          SELECT jsonb_agg(
            citation
              || CASE WHEN citation ? 'place' THEN jsonb_build_object('place', marks -> key) ELSE '{}' END
              || CASE WHEN citation ? 'quote' THEN jsonb_build_object('quote', marks -> key) ELSE '{}' END
            ORDER BY at)
          FROM jsonb_array_elements(value) WITH ORDINALITY AS cited (citation, at))
        ELSE marks -> key
      END), '{}')
      FROM jsonb_each(change -> 'fields') WHERE NOT marks ? key OR jsonb_typeof(marks -> key) <> 'null'))
    WHEN change #> '{withdraw,reason}' IS NOT NULL AND marks ? 'reason' THEN jsonb_set(change, '{withdraw,reason}', marks -> 'reason')
    ELSE change
  END
$$;
--> statement-breakpoint
-- Writes marks over every earlier version of a record, after an edition that says so was made in the same transaction.
-- The texts of the documents come from who made that edition; they must be what this function itself would write, and be
-- sealed in that edition's change. Returns how many versions were marked.
CREATE FUNCTION desk.redact(request integer, confirmed_by text, made integer, documents jsonb) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  asked desk.redaction;
  change jsonb;
  sealed jsonb;
  relation regclass;
  touched text;
  version record;
  marked jsonb;
  written text;
  total integer := 0;
BEGIN
  SELECT * INTO asked FROM desk.redaction WHERE n = request FOR UPDATE;
  IF asked.state IS DISTINCT FROM 'open' THEN
    RAISE EXCEPTION 'no redaction is asked for under this number' USING ERRCODE = 'no_data_found';
  END IF;
  PERFORM FROM desk."user" WHERE id IN (asked.asked_by, confirmed_by) FOR SHARE;
  IF (SELECT count(*) FROM desk."user" WHERE id IN (asked.asked_by, confirmed_by) AND role = 'admin' AND NOT disabled) <> 2 THEN
    RAISE EXCEPTION 'a redaction takes two active administrators' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF EXISTS (
    SELECT FROM jsonb_each(asked.marks)
    WHERE value NOT IN ('null', '"[redacted]"', '["[redacted]"]', '"https://redacted.invalid/"')
      OR key IN ('citations', 'reason') AND value <> '"[redacted]"'
  ) THEN
    RAISE EXCEPTION 'a redaction writes marks and nothing else' USING ERRCODE = 'check_violation';
  END IF;

  SELECT c.document::jsonb INTO change
  FROM public.edition_change c JOIN public.edition e ON e.n = c.edition
  WHERE e.n = made AND e.xmin = pg_current_xact_id()::xid AND e.changes = 1 AND e.author = asked.asked_by
    AND c.operation = 'redact' AND c.noun = asked.noun AND c.id = asked.id;
  sealed := change #> '{redact,versions}';
  IF sealed IS NULL
    OR (SELECT jsonb_object_agg(key, null) FROM jsonb_array_elements_text(change #> '{redact,keys}') key)
      IS DISTINCT FROM (SELECT jsonb_object_agg(key, null) FROM jsonb_object_keys(asked.marks) key)
    OR desk.mark_change(change, asked.marks) <> change
  THEN
    RAISE EXCEPTION 'no edition of this transaction says what is redacted' USING ERRCODE = 'check_violation';
  END IF;

  relation := ('public.' || replace(asked.noun, '-', '_'))::regclass;
  SELECT string_agg(quote_ident(a.attname), ', ') INTO touched
  FROM pg_attribute a, jsonb_object_keys(asked.marks) key,
    LATERAL (SELECT lower(regexp_replace(key, '([A-Z])', '_\1', 'g')) AS name) own
  WHERE a.attrelid = relation AND a.attnum > 0 AND NOT a.attisdropped
    AND a.attname IN (own.name, CASE WHEN jsonb_typeof(asked.marks -> key) = 'null' THEN own.name || '_latest' END);

  INSERT INTO guard.redacting VALUES (pg_current_xact_id());
  FOR version IN
    SELECT c.edition, c.document FROM public.edition_change c
    WHERE c.noun = asked.noun AND c.id = asked.id AND c.edition < made ORDER BY c.edition
  LOOP
    marked := desk.mark_change(version.document::jsonb, asked.marks);
    CONTINUE WHEN marked = version.document::jsonb;
    written := documents ->> version.edition::text;
    IF written::jsonb IS DISTINCT FROM marked
      OR encode(sha256(convert_to(written, 'UTF8')), 'hex') IS DISTINCT FROM sealed ->> version.edition::text
    THEN
      RAISE EXCEPTION 'the document of edition % is not what its redaction makes of it', version.edition USING ERRCODE = 'check_violation';
    END IF;
    UPDATE public.edition_change c SET document = written, salt = '[redacted]'
    WHERE c.noun = asked.noun AND c.id = asked.id AND c.edition = version.edition;
    IF marked ? 'fields' THEN
      EXECUTE format('UPDATE %1$s t SET (%2$s) = (SELECT %2$s FROM jsonb_populate_record(null::%1$s, $1)) WHERE t.id = $2 AND t.from_edition = $3', relation, touched)
      USING (SELECT jsonb_object_agg(lower(regexp_replace(key, '([A-Z])', '_\1', 'g')), value) FROM jsonb_each(marked -> 'fields')), asked.id, version.edition;
    ELSE
      UPDATE public.tombstone t SET reason = marked #>> '{withdraw,reason}'
      WHERE t.noun = asked.noun AND t.id = asked.id AND t.from_edition = version.edition;
    END IF;
    total := total + 1;
  END LOOP;
  IF total <> (SELECT count(*) FROM jsonb_object_keys(sealed)) THEN
    RAISE EXCEPTION 'a document is sealed that is not redacted' USING ERRCODE = 'check_violation';
  END IF;
  DELETE FROM guard.redacting;

  UPDATE desk.proposal p
  SET revision = revision + 1, changes = (
    SELECT jsonb_agg(CASE WHEN one ->> 'noun' = asked.noun AND one ->> 'id' = asked.id THEN desk.mark_change(one, asked.marks) ELSE one END ORDER BY at)
    FROM jsonb_array_elements(p.changes) WITH ORDINALITY AS proposed (one, at))
  WHERE p.changes @> jsonb_build_array(jsonb_build_object('noun', asked.noun, 'id', asked.id));
  -- A file somebody has only checked so far: its report holds old values beside new ones.
  DELETE FROM desk.import_draft d
  WHERE d.noun = asked.noun AND position(asked.id IN d.text || d.report::text || d.report_csv) > 0;
  UPDATE desk.redaction SET state = 'done', decided_by = confirmed_by, decided_at = now(), edition = made WHERE n = request;
  INSERT INTO public.redaction (edition) VALUES (made);
  RETURN total;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION desk.redact(integer, text, integer, jsonb) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION desk.redact(integer, text, integer, jsonb) TO desk;
--> statement-breakpoint
GRANT SELECT ON public.redaction TO reader, desk;
--> statement-breakpoint
-- The desk asks and takes back; that something was redacted is written by desk.redact() alone.
GRANT SELECT, INSERT (noun, id, marks, reason, asked_by), UPDATE (state, decided_by, decided_at) ON desk.redaction TO desk;
