DROP INDEX `rulings_key`;--> statement-breakpoint
CREATE UNIQUE INDEX `rulings_key` ON `rulings` (`publisher`,`key`);