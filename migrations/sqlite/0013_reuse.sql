DROP TABLE `claim_stems`;--> statement-breakpoint
DROP INDEX `claims_due`;--> statement-breakpoint
ALTER TABLE `search_looks` ADD `before` text;--> statement-breakpoint
ALTER TABLE `verdicts` ADD `original_seen` text;