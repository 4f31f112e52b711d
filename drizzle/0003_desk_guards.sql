-- What somebody did and what was said of a proposal stays as it was written.
CREATE TRIGGER audit_history BEFORE UPDATE OR DELETE ON desk.audit FOR EACH ROW EXECUTE FUNCTION public.refuse_change();
--> statement-breakpoint
CREATE TRIGGER audit_truncate BEFORE TRUNCATE ON desk.audit FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
--> statement-breakpoint
CREATE TRIGGER proposal_event_history BEFORE UPDATE OR DELETE ON desk.proposal_event FOR EACH ROW EXECUTE FUNCTION public.refuse_change();
--> statement-breakpoint
CREATE TRIGGER proposal_event_truncate BEFORE TRUNCATE ON desk.proposal_event FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
--> statement-breakpoint
-- A file that proves something is kept by its content: there is nothing in it to change.
CREATE TRIGGER evidence_history BEFORE UPDATE OR DELETE ON public.evidence FOR EACH ROW EXECUTE FUNCTION public.refuse_change();
--> statement-breakpoint
CREATE TRIGGER evidence_truncate BEFORE TRUNCATE ON public.evidence FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
--> statement-breakpoint
CREATE TRIGGER evidence_original_history BEFORE UPDATE OR DELETE ON desk.evidence_original FOR EACH ROW EXECUTE FUNCTION public.refuse_change();
--> statement-breakpoint
CREATE TRIGGER evidence_original_truncate BEFORE TRUNCATE ON desk.evidence_original FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
--> statement-breakpoint
GRANT SELECT ON public.evidence TO reader;
--> statement-breakpoint
GRANT SELECT, INSERT ON public.evidence, desk.audit, desk.proposal_event, desk.evidence_original TO desk;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON desk.policy, desk.recovery_code, desk.token TO desk;
--> statement-breakpoint
GRANT USAGE ON ALL SEQUENCES IN SCHEMA desk TO desk;
