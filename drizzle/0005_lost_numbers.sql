CREATE TABLE "lost_numbers" (
	"after" integer PRIMARY KEY NOT NULL,
	"through" integer NOT NULL,
	CONSTRAINT "lost_numbers_span" CHECK (through > after and after >= 0)
);
--> statement-breakpoint
-- A number that was given out is never given out again; only the owner, who restores a backup, says which were lost.
CREATE TRIGGER lost_numbers_history BEFORE UPDATE OR DELETE ON public.lost_numbers FOR EACH ROW EXECUTE FUNCTION public.refuse_change();
--> statement-breakpoint
CREATE TRIGGER lost_numbers_truncate BEFORE TRUNCATE ON public.lost_numbers FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
--> statement-breakpoint
GRANT SELECT ON public.lost_numbers TO reader, desk;
