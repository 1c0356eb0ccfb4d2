CREATE TABLE `rulings` (
	`id` text PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`publisher` text NOT NULL,
	`publisher_name` text,
	`url` text,
	`title` text,
	`statement` text NOT NULL,
	`language` text NOT NULL,
	`claimant` text,
	`claimant_role` text,
	`claimed_on` text,
	`reviewed_on` text,
	`label` text NOT NULL,
	`label_key` text NOT NULL,
	`appearances` text NOT NULL,
	`links` text NOT NULL,
	`original` text NOT NULL,
	`hash` text NOT NULL,
	`import` text NOT NULL,
	`added_at` text NOT NULL,
	`changed_at` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `rulings_key` ON `rulings` (`key`);--> statement-breakpoint
CREATE INDEX `rulings_publisher` ON `rulings` (`publisher`,`label_key`);--> statement-breakpoint
CREATE INDEX `rulings_import` ON `rulings` (`import`,`id`);