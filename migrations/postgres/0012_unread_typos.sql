DROP INDEX "verdicts_status";--> statement-breakpoint
CREATE INDEX "verdicts_status" ON "verdicts" USING btree ("status","correction_kind","reviewer");