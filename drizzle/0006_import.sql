CREATE TABLE "desk"."import_draft" (
	"n" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "desk"."import_draft_n_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"author" text collate "C" NOT NULL,
	"name" text NOT NULL,
	"noun" text collate "C" NOT NULL,
	"text" text NOT NULL,
	"columns" jsonb,
	"edition" integer NOT NULL,
	"report" jsonb NOT NULL,
	"report_csv" text NOT NULL,
	"checked_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "desk"."token" ADD COLUMN "minute" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "desk"."token" ADD COLUMN "uses" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "desk"."import_draft" ADD CONSTRAINT "import_draft_author_user_id_fk" FOREIGN KEY ("author") REFERENCES "desk"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "import_draft_author" ON "desk"."import_draft" USING btree ("author","n");--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON desk.import_draft TO desk;--> statement-breakpoint
GRANT USAGE ON ALL SEQUENCES IN SCHEMA desk TO desk;
