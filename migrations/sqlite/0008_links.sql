CREATE TABLE `links` (
	`id` text PRIMARY KEY NOT NULL,
	`revision` integer NOT NULL,
	`claim` text NOT NULL,
	`relation` text NOT NULL,
	`other` text NOT NULL,
	`why` text,
	`added_at` text NOT NULL,
	`ended_at` text,
	FOREIGN KEY (`claim`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`other`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `links_claim` ON `links` (`claim`);--> statement-breakpoint
CREATE INDEX `links_other` ON `links` (`other`);--> statement-breakpoint
CREATE TABLE `saved_searches` (
	`id` text PRIMARY KEY NOT NULL,
	`owner` text NOT NULL,
	`name` text NOT NULL,
	`query` text NOT NULL,
	`shared_at` text,
	`feed` text,
	`saved_at` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `saved_searches_owner` ON `saved_searches` (`owner`,`saved_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `saved_searches_feed` ON `saved_searches` (`feed`);--> statement-breakpoint
CREATE TABLE `search_looks` (
	`search` text NOT NULL,
	`person` text NOT NULL,
	`seen` text NOT NULL,
	FOREIGN KEY (`search`) REFERENCES `saved_searches`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `search_looks_person` ON `search_looks` (`search`,`person`);--> statement-breakpoint
ALTER TABLE `claims` ADD `key` text;--> statement-breakpoint
CREATE INDEX `claims_key` ON `claims` (`key`);--> statement-breakpoint
ALTER TABLE `verdicts` ADD `reused_from` text;--> statement-breakpoint
CREATE INDEX `verdicts_reused` ON `verdicts` (`reused_from`);