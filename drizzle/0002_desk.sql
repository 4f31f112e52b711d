CREATE TABLE "evidence" (
	"sha256" text collate "C" PRIMARY KEY NOT NULL,
	"type" text collate "C" NOT NULL,
	"size" integer NOT NULL,
	"served_type" text collate "C" NOT NULL,
	"served" "bytea" NOT NULL,
	"added_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "desk"."audit" (
	"n" bigserial PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"actor" text collate "C",
	"event" text collate "C" NOT NULL,
	"subject" text collate "C",
	"detail" text,
	"address" text collate "C"
);
--> statement-breakpoint
CREATE TABLE "desk"."evidence_original" (
	"sha256" text collate "C" PRIMARY KEY NOT NULL,
	"bytes" "bytea" NOT NULL,
	"added_by" text collate "C" NOT NULL,
	"added_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "desk"."policy" (
	"name" text collate "C" PRIMARY KEY NOT NULL,
	"enabled" boolean NOT NULL,
	"changed_by" text collate "C" NOT NULL,
	"changed_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "desk"."proposal_event" (
	"n" bigserial PRIMARY KEY NOT NULL,
	"proposal" integer NOT NULL,
	"author" text collate "C" NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"kind" text collate "C" NOT NULL,
	"note" text
);
--> statement-breakpoint
CREATE TABLE "desk"."recovery_code" (
	"hash" text collate "C" PRIMARY KEY NOT NULL,
	"user" text collate "C" NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"used_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "desk"."token" (
	"hash" text collate "C" PRIMARY KEY NOT NULL,
	"user" text collate "C" NOT NULL,
	"name" text NOT NULL,
	"scope" text collate "C" NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "desk"."proposal" DROP CONSTRAINT "proposal_state";--> statement-breakpoint
ALTER TABLE "desk"."user" DROP CONSTRAINT "user_role";--> statement-breakpoint
ALTER TABLE "edition" ADD COLUMN "also" jsonb;--> statement-breakpoint
ALTER TABLE "edition" ADD COLUMN "undoes" integer;--> statement-breakpoint
ALTER TABLE "desk"."proposal" ADD COLUMN "taken_by" text collate "C";--> statement-breakpoint
ALTER TABLE "desk"."proposal" ADD COLUMN "kind" text collate "C" DEFAULT 'record' NOT NULL;--> statement-breakpoint
ALTER TABLE "desk"."proposal" ADD COLUMN "undoes" integer;--> statement-breakpoint
ALTER TABLE "desk"."proposal" ADD COLUMN "revision" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "desk"."proposal" ADD COLUMN "changed_at" timestamp (3) with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "desk"."session" ADD COLUMN "proved_at" timestamp (3) with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "desk"."user" ADD COLUMN "totp_secret" text;--> statement-breakpoint
ALTER TABLE "desk"."user" ADD COLUMN "totp_since" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "desk"."user" ADD COLUMN "totp_step" integer;--> statement-breakpoint
ALTER TABLE "desk"."evidence_original" ADD CONSTRAINT "evidence_original_added_by_user_id_fk" FOREIGN KEY ("added_by") REFERENCES "desk"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "desk"."policy" ADD CONSTRAINT "policy_changed_by_user_id_fk" FOREIGN KEY ("changed_by") REFERENCES "desk"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "desk"."proposal_event" ADD CONSTRAINT "proposal_event_proposal_proposal_n_fk" FOREIGN KEY ("proposal") REFERENCES "desk"."proposal"("n") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "desk"."proposal_event" ADD CONSTRAINT "proposal_event_author_user_id_fk" FOREIGN KEY ("author") REFERENCES "desk"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "desk"."recovery_code" ADD CONSTRAINT "recovery_code_user_user_id_fk" FOREIGN KEY ("user") REFERENCES "desk"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "desk"."token" ADD CONSTRAINT "token_user_user_id_fk" FOREIGN KEY ("user") REFERENCES "desk"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_event" ON "desk"."audit" USING btree ("event","n");--> statement-breakpoint
CREATE INDEX "audit_actor" ON "desk"."audit" USING btree ("actor","n");--> statement-breakpoint
CREATE INDEX "proposal_event_proposal" ON "desk"."proposal_event" USING btree ("proposal","n");--> statement-breakpoint
CREATE INDEX "recovery_code_user" ON "desk"."recovery_code" USING btree ("user");--> statement-breakpoint
CREATE INDEX "token_user" ON "desk"."token" USING btree ("user");--> statement-breakpoint
ALTER TABLE "desk"."proposal" ADD CONSTRAINT "proposal_taken_by_user_id_fk" FOREIGN KEY ("taken_by") REFERENCES "desk"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "proposal_state" ON "desk"."proposal" USING btree ("state","n");--> statement-breakpoint
ALTER TABLE "desk"."proposal" ADD CONSTRAINT "proposal_state_known" CHECK (state in ('open', 'changes-wanted', 'published', 'withdrawn', 'declined'));--> statement-breakpoint
ALTER TABLE "desk"."proposal" ADD CONSTRAINT "proposal_published" CHECK ((state = 'published') = (edition is not null));--> statement-breakpoint
ALTER TABLE "desk"."user" ADD CONSTRAINT "user_role" CHECK (role in ('contributor', 'editor', 'admin'));