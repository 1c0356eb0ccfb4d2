CREATE INDEX "appearances_lent" ON "appearances" USING btree ("moved_from");--> statement-breakpoint
CREATE INDEX "claims_duplicate" ON "claims" USING btree ("duplicate_of");