DROP INDEX "rulings_key";--> statement-breakpoint
CREATE UNIQUE INDEX "rulings_key" ON "rulings" USING btree ("publisher","key");