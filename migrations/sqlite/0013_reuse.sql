ALTER TABLE `search_looks` ADD `before` text;--> statement-breakpoint
ALTER TABLE `verdicts` ADD `original_seen` text;