-- Closing a version is the only UPDATE; DELETE and TRUNCATE are refused. Holds for columns added later, too.
CREATE FUNCTION public.refuse_rewriting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND old.to_edition IS NULL AND new.to_edition IS NOT NULL THEN
    old.to_edition := new.to_edition;
    IF old IS NOT DISTINCT FROM new THEN RETURN new; END IF;
  END IF;
  RAISE EXCEPTION 'the published record is not rewritten: % on %', TG_OP, TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
CREATE FUNCTION public.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the published record is not rewritten: % on %', TG_OP, TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
-- Versions begin and end only in the edition that the same transaction makes, so no edition changes once it is there.
CREATE FUNCTION public.require_new_edition() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  made integer := (SELECT n FROM public.edition WHERE xmin = pg_current_xact_id()::xid ORDER BY n DESC LIMIT 1);
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF EXISTS (SELECT FROM written WHERE from_edition IS DISTINCT FROM made OR to_edition IS NOT NULL) THEN
      RAISE EXCEPTION 'a version begins in the edition being made, on %', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
    END IF;
  ELSIF EXISTS (SELECT FROM written WHERE to_edition IS DISTINCT FROM made) THEN
    RAISE EXCEPTION 'a version ends in the edition being made, on %', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER area_history BEFORE UPDATE OR DELETE ON public.area FOR EACH ROW EXECUTE FUNCTION public.refuse_rewriting();
--> statement-breakpoint
CREATE TRIGGER area_truncate BEFORE TRUNCATE ON public.area FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
--> statement-breakpoint
CREATE TRIGGER area_begins AFTER INSERT ON public.area REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION public.require_new_edition();
--> statement-breakpoint
CREATE TRIGGER area_ends AFTER UPDATE ON public.area REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION public.require_new_edition();
--> statement-breakpoint
CREATE TRIGGER source_history BEFORE UPDATE OR DELETE ON public.source FOR EACH ROW EXECUTE FUNCTION public.refuse_rewriting();
--> statement-breakpoint
CREATE TRIGGER source_truncate BEFORE TRUNCATE ON public.source FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
--> statement-breakpoint
CREATE TRIGGER source_begins AFTER INSERT ON public.source REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION public.require_new_edition();
--> statement-breakpoint
CREATE TRIGGER source_ends AFTER UPDATE ON public.source REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION public.require_new_edition();
--> statement-breakpoint
CREATE TRIGGER document_history BEFORE UPDATE OR DELETE ON public.document FOR EACH ROW EXECUTE FUNCTION public.refuse_rewriting();
--> statement-breakpoint
CREATE TRIGGER document_truncate BEFORE TRUNCATE ON public.document FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
--> statement-breakpoint
CREATE TRIGGER document_begins AFTER INSERT ON public.document REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION public.require_new_edition();
--> statement-breakpoint
CREATE TRIGGER document_ends AFTER UPDATE ON public.document REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION public.require_new_edition();
--> statement-breakpoint
CREATE TRIGGER list_history BEFORE UPDATE OR DELETE ON public.list FOR EACH ROW EXECUTE FUNCTION public.refuse_rewriting();
--> statement-breakpoint
CREATE TRIGGER list_truncate BEFORE TRUNCATE ON public.list FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
--> statement-breakpoint
CREATE TRIGGER list_begins AFTER INSERT ON public.list REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION public.require_new_edition();
--> statement-breakpoint
CREATE TRIGGER list_ends AFTER UPDATE ON public.list REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION public.require_new_edition();
--> statement-breakpoint
CREATE TRIGGER member_history BEFORE UPDATE OR DELETE ON public.member FOR EACH ROW EXECUTE FUNCTION public.refuse_rewriting();
--> statement-breakpoint
CREATE TRIGGER member_truncate BEFORE TRUNCATE ON public.member FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
--> statement-breakpoint
CREATE TRIGGER member_begins AFTER INSERT ON public.member REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION public.require_new_edition();
--> statement-breakpoint
CREATE TRIGGER member_ends AFTER UPDATE ON public.member REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION public.require_new_edition();
--> statement-breakpoint
CREATE TRIGGER report_history BEFORE UPDATE OR DELETE ON public.report FOR EACH ROW EXECUTE FUNCTION public.refuse_rewriting();
--> statement-breakpoint
CREATE TRIGGER report_truncate BEFORE TRUNCATE ON public.report FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
--> statement-breakpoint
CREATE TRIGGER report_begins AFTER INSERT ON public.report REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION public.require_new_edition();
--> statement-breakpoint
CREATE TRIGGER report_ends AFTER UPDATE ON public.report REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION public.require_new_edition();
--> statement-breakpoint
CREATE TRIGGER task_force_history BEFORE UPDATE OR DELETE ON public.task_force FOR EACH ROW EXECUTE FUNCTION public.refuse_rewriting();
--> statement-breakpoint
CREATE TRIGGER task_force_truncate BEFORE TRUNCATE ON public.task_force FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
--> statement-breakpoint
CREATE TRIGGER task_force_begins AFTER INSERT ON public.task_force REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION public.require_new_edition();
--> statement-breakpoint
CREATE TRIGGER task_force_ends AFTER UPDATE ON public.task_force REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION public.require_new_edition();
--> statement-breakpoint
CREATE TRIGGER mention_history BEFORE UPDATE OR DELETE ON public.mention FOR EACH ROW EXECUTE FUNCTION public.refuse_rewriting();
--> statement-breakpoint
CREATE TRIGGER mention_truncate BEFORE TRUNCATE ON public.mention FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
--> statement-breakpoint
CREATE TRIGGER mention_begins AFTER INSERT ON public.mention REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION public.require_new_edition();
--> statement-breakpoint
CREATE TRIGGER mention_ends AFTER UPDATE ON public.mention REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION public.require_new_edition();
--> statement-breakpoint
CREATE TRIGGER claimant_history BEFORE UPDATE OR DELETE ON public.claimant FOR EACH ROW EXECUTE FUNCTION public.refuse_rewriting();
--> statement-breakpoint
CREATE TRIGGER claimant_truncate BEFORE TRUNCATE ON public.claimant FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
--> statement-breakpoint
CREATE TRIGGER claimant_begins AFTER INSERT ON public.claimant REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION public.require_new_edition();
--> statement-breakpoint
CREATE TRIGGER claimant_ends AFTER UPDATE ON public.claimant REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION public.require_new_edition();
--> statement-breakpoint
CREATE TRIGGER indicator_history BEFORE UPDATE OR DELETE ON public.indicator FOR EACH ROW EXECUTE FUNCTION public.refuse_rewriting();
--> statement-breakpoint
CREATE TRIGGER indicator_truncate BEFORE TRUNCATE ON public.indicator FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
--> statement-breakpoint
CREATE TRIGGER indicator_begins AFTER INSERT ON public.indicator REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION public.require_new_edition();
--> statement-breakpoint
CREATE TRIGGER indicator_ends AFTER UPDATE ON public.indicator REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION public.require_new_edition();
--> statement-breakpoint
CREATE TRIGGER observation_history BEFORE UPDATE OR DELETE ON public.observation FOR EACH ROW EXECUTE FUNCTION public.refuse_rewriting();
--> statement-breakpoint
CREATE TRIGGER observation_truncate BEFORE TRUNCATE ON public.observation FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
--> statement-breakpoint
CREATE TRIGGER observation_begins AFTER INSERT ON public.observation REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION public.require_new_edition();
--> statement-breakpoint
CREATE TRIGGER observation_ends AFTER UPDATE ON public.observation REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION public.require_new_edition();
--> statement-breakpoint
CREATE TRIGGER tombstone_history BEFORE UPDATE OR DELETE ON public.tombstone FOR EACH ROW EXECUTE FUNCTION public.refuse_rewriting();
--> statement-breakpoint
CREATE TRIGGER tombstone_truncate BEFORE TRUNCATE ON public.tombstone FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
--> statement-breakpoint
CREATE TRIGGER tombstone_begins AFTER INSERT ON public.tombstone REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION public.require_new_edition();
--> statement-breakpoint
CREATE TRIGGER tombstone_ends AFTER UPDATE ON public.tombstone REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION public.require_new_edition();
--> statement-breakpoint
CREATE TRIGGER edition_history BEFORE UPDATE OR DELETE ON public.edition FOR EACH ROW EXECUTE FUNCTION public.refuse_change();
--> statement-breakpoint
CREATE TRIGGER edition_truncate BEFORE TRUNCATE ON public.edition FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
--> statement-breakpoint
CREATE TRIGGER edition_change_history BEFORE UPDATE OR DELETE ON public.edition_change FOR EACH ROW EXECUTE FUNCTION public.refuse_change();
--> statement-breakpoint
CREATE TRIGGER edition_change_truncate BEFORE TRUNCATE ON public.edition_change FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
--> statement-breakpoint
CREATE TRIGGER editor_delete BEFORE DELETE ON public.editor FOR EACH ROW EXECUTE FUNCTION public.refuse_change();
--> statement-breakpoint
CREATE TRIGGER editor_truncate BEFORE TRUNCATE ON public.editor FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
--> statement-breakpoint
-- The reader sees what is published and nothing else; the desk adds to the record and closes versions, and has its own schema.
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
--> statement-breakpoint
GRANT USAGE ON SCHEMA public TO reader, desk;
--> statement-breakpoint
GRANT SELECT ON public.area, public.source, public.document, public.list, public.member, public.report, public.task_force, public.mention, public.claimant, public.indicator, public.observation, public.tombstone, public.edition, public.edition_change, public.editor TO reader;
--> statement-breakpoint
GRANT SELECT, INSERT ON public.area, public.source, public.document, public.list, public.member, public.report, public.task_force, public.mention, public.claimant, public.indicator, public.observation, public.tombstone, public.edition, public.edition_change, public.editor TO desk;
--> statement-breakpoint
GRANT UPDATE (to_edition) ON public.area TO desk;
--> statement-breakpoint
GRANT UPDATE (to_edition) ON public.source TO desk;
--> statement-breakpoint
GRANT UPDATE (to_edition) ON public.document TO desk;
--> statement-breakpoint
GRANT UPDATE (to_edition) ON public.list TO desk;
--> statement-breakpoint
GRANT UPDATE (to_edition) ON public.member TO desk;
--> statement-breakpoint
GRANT UPDATE (to_edition) ON public.report TO desk;
--> statement-breakpoint
GRANT UPDATE (to_edition) ON public.task_force TO desk;
--> statement-breakpoint
GRANT UPDATE (to_edition) ON public.mention TO desk;
--> statement-breakpoint
GRANT UPDATE (to_edition) ON public.claimant TO desk;
--> statement-breakpoint
GRANT UPDATE (to_edition) ON public.indicator TO desk;
--> statement-breakpoint
GRANT UPDATE (to_edition) ON public.observation TO desk;
--> statement-breakpoint
GRANT UPDATE (to_edition) ON public.tombstone TO desk;
--> statement-breakpoint
GRANT UPDATE (name) ON public.editor TO desk;
--> statement-breakpoint
GRANT USAGE ON SCHEMA desk TO desk;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA desk TO desk;
--> statement-breakpoint
GRANT USAGE ON ALL SEQUENCES IN SCHEMA desk TO desk;
