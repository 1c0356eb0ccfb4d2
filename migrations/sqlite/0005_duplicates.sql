CREATE INDEX `appearances_lent` ON `appearances` (`moved_from`);--> statement-breakpoint
CREATE INDEX `claims_duplicate` ON `claims` (`duplicate_of`);