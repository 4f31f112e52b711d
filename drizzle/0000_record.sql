CREATE SCHEMA "desk";
--> statement-breakpoint
CREATE TABLE "area" (
	"id" text collate "C" NOT NULL,
	"from_edition" integer NOT NULL,
	"to_edition" integer,
	"name_en" text NOT NULL,
	"name_zh" text NOT NULL,
	"kind" text collate "C" NOT NULL,
	"parent" text collate "C",
	"iso_code" text collate "C",
	"gb_code" text collate "C",
	"latitude" numeric,
	"longitude" numeric,
	"note" text,
	"citations" jsonb NOT NULL,
	CONSTRAINT "area_pk" PRIMARY KEY("id","from_edition"),
	CONSTRAINT "area_span" CHECK (to_edition > from_edition),
	CONSTRAINT "area_cited" CHECK (jsonb_typeof(citations) = 'array' and jsonb_array_length(citations) >= 1)
);
--> statement-breakpoint
CREATE TABLE "claimant" (
	"id" text collate "C" NOT NULL,
	"from_edition" integer NOT NULL,
	"to_edition" integer,
	"name_en" text NOT NULL,
	"name_zh" text NOT NULL,
	"kind" text collate "C" NOT NULL,
	"note" text,
	CONSTRAINT "claimant_pk" PRIMARY KEY("id","from_edition"),
	CONSTRAINT "claimant_span" CHECK (to_edition > from_edition)
);
--> statement-breakpoint
CREATE TABLE "document" (
	"id" text collate "C" NOT NULL,
	"from_edition" integer NOT NULL,
	"to_edition" integer,
	"number" text,
	"title_en" text NOT NULL,
	"title_zh" text,
	"issuer" text NOT NULL,
	"issued_on" text collate "C",
	"issued_on_latest" date,
	"summary" text,
	"note" text,
	"citations" jsonb NOT NULL,
	CONSTRAINT "document_pk" PRIMARY KEY("id","from_edition"),
	CONSTRAINT "document_span" CHECK (to_edition > from_edition),
	CONSTRAINT "document_cited" CHECK (jsonb_typeof(citations) = 'array' and jsonb_array_length(citations) >= 1)
);
--> statement-breakpoint
CREATE TABLE "indicator" (
	"id" text collate "C" NOT NULL,
	"from_edition" integer NOT NULL,
	"to_edition" integer,
	"name_en" text NOT NULL,
	"name_zh" text NOT NULL,
	"definition_en" text NOT NULL,
	"definition_zh" text NOT NULL,
	"unit" text collate "C" NOT NULL,
	"unit_mult" integer NOT NULL,
	"measure" text collate "C" NOT NULL,
	CONSTRAINT "indicator_pk" PRIMARY KEY("id","from_edition"),
	CONSTRAINT "indicator_span" CHECK (to_edition > from_edition)
);
--> statement-breakpoint
CREATE TABLE "list" (
	"id" text collate "C" NOT NULL,
	"from_edition" integer NOT NULL,
	"to_edition" integer,
	"name_en" text NOT NULL,
	"name_zh" text NOT NULL,
	"document" text collate "C",
	"note" text,
	"citations" jsonb,
	CONSTRAINT "list_pk" PRIMARY KEY("id","from_edition"),
	CONSTRAINT "list_span" CHECK (to_edition > from_edition)
);
--> statement-breakpoint
CREATE TABLE "member" (
	"id" text collate "C" NOT NULL,
	"from_edition" integer NOT NULL,
	"to_edition" integer,
	"list" text collate "C" NOT NULL,
	"area" text collate "C" NOT NULL,
	"stay" integer NOT NULL,
	"from" text collate "C",
	"from_latest" date,
	"to" text collate "C",
	"to_latest" date,
	"attested_on" text collate "C",
	"attested_on_latest" date,
	"note" text,
	"citations" jsonb NOT NULL,
	CONSTRAINT "member_pk" PRIMARY KEY("id","from_edition"),
	CONSTRAINT "member_span" CHECK (to_edition > from_edition),
	CONSTRAINT "member_cited" CHECK (jsonb_typeof(citations) = 'array' and jsonb_array_length(citations) >= 1)
);
--> statement-breakpoint
CREATE TABLE "mention" (
	"id" text collate "C" NOT NULL,
	"from_edition" integer NOT NULL,
	"to_edition" integer,
	"area" text collate "C" NOT NULL,
	"document_kind" text collate "C" NOT NULL,
	"date" text collate "C",
	"date_latest" date,
	"quote_en" text,
	"quote_zh" text,
	"summary" text,
	"note" text,
	"citations" jsonb NOT NULL,
	CONSTRAINT "mention_pk" PRIMARY KEY("id","from_edition"),
	CONSTRAINT "mention_span" CHECK (to_edition > from_edition),
	CONSTRAINT "mention_cited" CHECK (jsonb_typeof(citations) = 'array' and jsonb_array_length(citations) >= 1)
);
--> statement-breakpoint
CREATE TABLE "observation" (
	"id" text collate "C" NOT NULL,
	"from_edition" integer NOT NULL,
	"to_edition" integer,
	"indicator" text collate "C" NOT NULL,
	"area" text collate "C" NOT NULL,
	"period" text collate "C" NOT NULL,
	"period_start" date NOT NULL,
	"period_end" date NOT NULL,
	"frequency" text collate "C" NOT NULL,
	"claimant" text collate "C" NOT NULL,
	"value" numeric,
	"status" text collate "C" NOT NULL,
	"usd_billion_as_stated" numeric,
	"wording_as_stated" text,
	"note" text,
	"citations" jsonb NOT NULL,
	CONSTRAINT "observation_pk" PRIMARY KEY("id","from_edition"),
	CONSTRAINT "observation_span" CHECK (to_edition > from_edition),
	CONSTRAINT "observation_cited" CHECK (jsonb_typeof(citations) = 'array' and jsonb_array_length(citations) >= 1)
);
--> statement-breakpoint
CREATE TABLE "report" (
	"id" text collate "C" NOT NULL,
	"from_edition" integer NOT NULL,
	"to_edition" integer,
	"member" text collate "C" NOT NULL,
	"kind" text collate "C" NOT NULL,
	"date" text collate "C",
	"date_latest" date,
	"note" text,
	"citations" jsonb NOT NULL,
	CONSTRAINT "report_pk" PRIMARY KEY("id","from_edition"),
	CONSTRAINT "report_span" CHECK (to_edition > from_edition),
	CONSTRAINT "report_cited" CHECK (jsonb_typeof(citations) = 'array' and jsonb_array_length(citations) >= 1)
);
--> statement-breakpoint
CREATE TABLE "source" (
	"id" text collate "C" NOT NULL,
	"from_edition" integer NOT NULL,
	"to_edition" integer,
	"title" text NOT NULL,
	"publisher" text NOT NULL,
	"url" text NOT NULL,
	"published_on" text collate "C",
	"published_on_latest" date,
	"language" text collate "C" NOT NULL,
	"kind" text collate "C" NOT NULL,
	"reliability" text collate "C" NOT NULL,
	"canonical_url" text,
	"archive_url" text,
	"note" text,
	CONSTRAINT "source_pk" PRIMARY KEY("id","from_edition"),
	CONSTRAINT "source_span" CHECK (to_edition > from_edition)
);
--> statement-breakpoint
CREATE TABLE "task_force" (
	"id" text collate "C" NOT NULL,
	"from_edition" integer NOT NULL,
	"to_edition" integer,
	"area" text collate "C" NOT NULL,
	"name_en" text NOT NULL,
	"name_zh" text,
	"document_number" text,
	"document" text collate "C",
	"established_on" text collate "C",
	"established_on_latest" date,
	"lead_role" text,
	"deputy_roles" jsonb,
	"office" text,
	"staffing" text,
	"duties" jsonb,
	"confirmed_by" text,
	"note" text,
	"citations" jsonb NOT NULL,
	CONSTRAINT "task_force_pk" PRIMARY KEY("id","from_edition"),
	CONSTRAINT "task_force_span" CHECK (to_edition > from_edition),
	CONSTRAINT "task_force_cited" CHECK (jsonb_typeof(citations) = 'array' and jsonb_array_length(citations) >= 1)
);
--> statement-breakpoint
CREATE TABLE "tombstone" (
	"noun" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"from_edition" integer NOT NULL,
	"to_edition" integer,
	"reason" text NOT NULL,
	"successor" text collate "C",
	CONSTRAINT "tombstone_pk" PRIMARY KEY("noun","id","from_edition"),
	CONSTRAINT "tombstone_span" CHECK (to_edition > from_edition)
);
--> statement-breakpoint
CREATE TABLE "edition" (
	"n" integer PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"author" text collate "C" NOT NULL,
	"summary" text NOT NULL,
	"content" text collate "C" NOT NULL,
	"previous" text collate "C",
	"hash" text collate "C" NOT NULL,
	"totals" jsonb NOT NULL,
	"tally" jsonb NOT NULL,
	"changes" integer NOT NULL,
	CONSTRAINT "edition_n" CHECK (n > 0),
	CONSTRAINT "edition_changes" CHECK (changes > 0)
);
--> statement-breakpoint
CREATE TABLE "edition_change" (
	"edition" integer NOT NULL,
	"seq" integer NOT NULL,
	"noun" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"base" integer,
	"operation" text collate "C" NOT NULL,
	"document" text NOT NULL,
	"salt" text collate "C" NOT NULL,
	"digest" text collate "C" NOT NULL,
	CONSTRAINT "edition_change_pk" PRIMARY KEY("edition","seq")
);
--> statement-breakpoint
CREATE TABLE "editor" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"name" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "desk"."device" (
	"hash" text collate "C" PRIMARY KEY NOT NULL,
	"user" text collate "C" NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "desk"."link" (
	"hash" text collate "C" PRIMARY KEY NOT NULL,
	"purpose" text collate "C" NOT NULL,
	"user" text collate "C",
	"email" text collate "C",
	"role" text collate "C",
	"created_by" text collate "C",
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone,
	CONSTRAINT "link_purpose" CHECK (purpose in ('first-administrator', 'invitation', 'reset'))
);
--> statement-breakpoint
CREATE TABLE "desk"."proposal" (
	"n" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "desk"."proposal_n_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"author" text collate "C" NOT NULL,
	"summary" text NOT NULL,
	"changes" jsonb NOT NULL,
	"state" text collate "C" DEFAULT 'open' NOT NULL,
	"edition" integer,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"decided_at" timestamp (3) with time zone,
	CONSTRAINT "proposal_state" CHECK (state in ('open', 'published', 'withdrawn', 'declined'))
);
--> statement-breakpoint
CREATE TABLE "desk"."session" (
	"hash" text collate "C" PRIMARY KEY NOT NULL,
	"user" text collate "C" NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"used_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"agent" text
);
--> statement-breakpoint
CREATE TABLE "desk"."sign_in_try" (
	"n" bigserial PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"account" text collate "C" NOT NULL,
	"address" text collate "C" NOT NULL,
	"succeeded" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "desk"."user" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"email" text collate "C" NOT NULL,
	"role" text collate "C" NOT NULL,
	"password_hash" text,
	"disabled" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "user_role" CHECK (role in ('editor', 'admin'))
);
--> statement-breakpoint
ALTER TABLE "edition" ADD CONSTRAINT "edition_author_editor_id_fk" FOREIGN KEY ("author") REFERENCES "public"."editor"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "edition_change" ADD CONSTRAINT "edition_change_edition_edition_n_fk" FOREIGN KEY ("edition") REFERENCES "public"."edition"("n") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "desk"."device" ADD CONSTRAINT "device_user_user_id_fk" FOREIGN KEY ("user") REFERENCES "desk"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "desk"."link" ADD CONSTRAINT "link_user_user_id_fk" FOREIGN KEY ("user") REFERENCES "desk"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "desk"."proposal" ADD CONSTRAINT "proposal_author_user_id_fk" FOREIGN KEY ("author") REFERENCES "desk"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "desk"."session" ADD CONSTRAINT "session_user_user_id_fk" FOREIGN KEY ("user") REFERENCES "desk"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "area_current" ON "area" USING btree ("id") WHERE to_edition is null;--> statement-breakpoint
CREATE INDEX "area_from_edition" ON "area" USING btree ("from_edition");--> statement-breakpoint
CREATE INDEX "area_to_edition" ON "area" USING btree ("to_edition") WHERE to_edition is not null;--> statement-breakpoint
CREATE INDEX "area_citations" ON "area" USING gin (citations jsonb_path_ops);--> statement-breakpoint
CREATE UNIQUE INDEX "claimant_current" ON "claimant" USING btree ("id") WHERE to_edition is null;--> statement-breakpoint
CREATE INDEX "claimant_from_edition" ON "claimant" USING btree ("from_edition");--> statement-breakpoint
CREATE INDEX "claimant_to_edition" ON "claimant" USING btree ("to_edition") WHERE to_edition is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "document_current" ON "document" USING btree ("id") WHERE to_edition is null;--> statement-breakpoint
CREATE INDEX "document_from_edition" ON "document" USING btree ("from_edition");--> statement-breakpoint
CREATE INDEX "document_to_edition" ON "document" USING btree ("to_edition") WHERE to_edition is not null;--> statement-breakpoint
CREATE INDEX "document_citations" ON "document" USING gin (citations jsonb_path_ops);--> statement-breakpoint
CREATE UNIQUE INDEX "indicator_current" ON "indicator" USING btree ("id") WHERE to_edition is null;--> statement-breakpoint
CREATE INDEX "indicator_from_edition" ON "indicator" USING btree ("from_edition");--> statement-breakpoint
CREATE INDEX "indicator_to_edition" ON "indicator" USING btree ("to_edition") WHERE to_edition is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "list_current" ON "list" USING btree ("id") WHERE to_edition is null;--> statement-breakpoint
CREATE INDEX "list_from_edition" ON "list" USING btree ("from_edition");--> statement-breakpoint
CREATE INDEX "list_to_edition" ON "list" USING btree ("to_edition") WHERE to_edition is not null;--> statement-breakpoint
CREATE INDEX "list_citations" ON "list" USING gin (citations jsonb_path_ops);--> statement-breakpoint
CREATE UNIQUE INDEX "member_current" ON "member" USING btree ("id") WHERE to_edition is null;--> statement-breakpoint
CREATE INDEX "member_from_edition" ON "member" USING btree ("from_edition");--> statement-breakpoint
CREATE INDEX "member_to_edition" ON "member" USING btree ("to_edition") WHERE to_edition is not null;--> statement-breakpoint
CREATE INDEX "member_citations" ON "member" USING gin (citations jsonb_path_ops);--> statement-breakpoint
CREATE UNIQUE INDEX "mention_current" ON "mention" USING btree ("id") WHERE to_edition is null;--> statement-breakpoint
CREATE INDEX "mention_from_edition" ON "mention" USING btree ("from_edition");--> statement-breakpoint
CREATE INDEX "mention_to_edition" ON "mention" USING btree ("to_edition") WHERE to_edition is not null;--> statement-breakpoint
CREATE INDEX "mention_citations" ON "mention" USING gin (citations jsonb_path_ops);--> statement-breakpoint
CREATE UNIQUE INDEX "observation_current" ON "observation" USING btree ("id") WHERE to_edition is null;--> statement-breakpoint
CREATE INDEX "observation_from_edition" ON "observation" USING btree ("from_edition");--> statement-breakpoint
CREATE INDEX "observation_to_edition" ON "observation" USING btree ("to_edition") WHERE to_edition is not null;--> statement-breakpoint
CREATE INDEX "observation_citations" ON "observation" USING gin (citations jsonb_path_ops);--> statement-breakpoint
CREATE INDEX "observation_view" ON "observation" USING btree ("indicator","area","period_start");--> statement-breakpoint
CREATE UNIQUE INDEX "report_current" ON "report" USING btree ("id") WHERE to_edition is null;--> statement-breakpoint
CREATE INDEX "report_from_edition" ON "report" USING btree ("from_edition");--> statement-breakpoint
CREATE INDEX "report_to_edition" ON "report" USING btree ("to_edition") WHERE to_edition is not null;--> statement-breakpoint
CREATE INDEX "report_citations" ON "report" USING gin (citations jsonb_path_ops);--> statement-breakpoint
CREATE UNIQUE INDEX "source_current" ON "source" USING btree ("id") WHERE to_edition is null;--> statement-breakpoint
CREATE INDEX "source_from_edition" ON "source" USING btree ("from_edition");--> statement-breakpoint
CREATE INDEX "source_to_edition" ON "source" USING btree ("to_edition") WHERE to_edition is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "task_force_current" ON "task_force" USING btree ("id") WHERE to_edition is null;--> statement-breakpoint
CREATE INDEX "task_force_from_edition" ON "task_force" USING btree ("from_edition");--> statement-breakpoint
CREATE INDEX "task_force_to_edition" ON "task_force" USING btree ("to_edition") WHERE to_edition is not null;--> statement-breakpoint
CREATE INDEX "task_force_citations" ON "task_force" USING gin (citations jsonb_path_ops);--> statement-breakpoint
CREATE UNIQUE INDEX "tombstone_current" ON "tombstone" USING btree ("noun","id") WHERE to_edition is null;--> statement-breakpoint
CREATE UNIQUE INDEX "edition_hash" ON "edition" USING btree ("hash");--> statement-breakpoint
CREATE INDEX "edition_author" ON "edition" USING btree ("author");--> statement-breakpoint
CREATE UNIQUE INDEX "edition_change_record" ON "edition_change" USING btree ("noun","id","edition");--> statement-breakpoint
CREATE INDEX "device_user" ON "desk"."device" USING btree ("user");--> statement-breakpoint
CREATE INDEX "proposal_author" ON "desk"."proposal" USING btree ("author");--> statement-breakpoint
CREATE INDEX "session_user" ON "desk"."session" USING btree ("user");--> statement-breakpoint
CREATE INDEX "sign_in_try_account" ON "desk"."sign_in_try" USING btree ("account","at");--> statement-breakpoint
CREATE INDEX "sign_in_try_address" ON "desk"."sign_in_try" USING btree ("address","at");--> statement-breakpoint
CREATE UNIQUE INDEX "user_email" ON "desk"."user" USING btree ("email");