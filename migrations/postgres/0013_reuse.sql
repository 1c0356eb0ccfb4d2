ALTER TABLE "search_looks" ADD COLUMN "before" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "verdicts" ADD COLUMN "original_seen" text COLLATE "C";