CREATE TABLE "redaction" (
	"edition" integer PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE TABLE "desk"."redaction" (
	"n" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "desk"."redaction_n_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"noun" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"marks" jsonb NOT NULL,
	"reason" text NOT NULL,
	"asked_by" text collate "C" NOT NULL,
	"asked_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"state" text collate "C" DEFAULT 'open' NOT NULL,
	"decided_by" text collate "C",
	"decided_at" timestamp (3) with time zone,
	"edition" integer,
	CONSTRAINT "redaction_state_known" CHECK (state in ('open', 'withdrawn', 'done')),
	CONSTRAINT "redaction_done" CHECK ((state = 'done') = (edition is not null)),
	CONSTRAINT "redaction_two_people" CHECK (state <> 'done' or decided_by <> asked_by)
);
--> statement-breakpoint
ALTER TABLE "redaction" ADD CONSTRAINT "redaction_edition_edition_n_fk" FOREIGN KEY ("edition") REFERENCES "public"."edition"("n") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "desk"."redaction" ADD CONSTRAINT "redaction_asked_by_user_id_fk" FOREIGN KEY ("asked_by") REFERENCES "desk"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "desk"."redaction" ADD CONSTRAINT "redaction_decided_by_user_id_fk" FOREIGN KEY ("decided_by") REFERENCES "desk"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "redaction_state" ON "desk"."redaction" USING btree ("state","n");--> statement-breakpoint
CREATE INDEX "edition_change_redact" ON "edition_change" USING btree ("edition") WHERE operation = 'redact';