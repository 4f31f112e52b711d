ALTER TABLE "source" ADD COLUMN "files" jsonb;--> statement-breakpoint
CREATE INDEX "source_files" ON "source" USING gin (files jsonb_path_ops);