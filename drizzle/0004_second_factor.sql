ALTER TABLE "desk"."link" DROP CONSTRAINT "link_purpose";--> statement-breakpoint
ALTER TABLE "desk"."link" ADD COLUMN "verified_hash" text;--> statement-breakpoint
ALTER TABLE "desk"."link" ADD CONSTRAINT "link_purpose" CHECK (purpose in ('first-administrator', 'invitation', 'reset', 'second-factor'));