ALTER TABLE "claim_stems" DISABLE ROW LEVEL SECURITY;--> statement-breakpoint
DROP TABLE "claim_stems" CASCADE;--> statement-breakpoint
DROP INDEX "claims_due";--> statement-breakpoint
ALTER TABLE "search_looks" ADD COLUMN "before" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "verdicts" ADD COLUMN "original_seen" text COLLATE "C";