CREATE TABLE `checkpoints` (
	`size` integer PRIMARY KEY NOT NULL,
	`at` text NOT NULL,
	`root` text NOT NULL,
	`key` text NOT NULL,
	`signature` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `checkpoints_at` ON `checkpoints` (`at`);--> statement-breakpoint
CREATE TABLE `letters` (
	`tip` text PRIMARY KEY NOT NULL,
	`words` text NOT NULL,
	`url` text,
	`contact` text,
	FOREIGN KEY (`tip`) REFERENCES `tips`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `readings` (
	`id` text PRIMARY KEY NOT NULL,
	`revision` integer NOT NULL,
	`claim` text NOT NULL,
	`verdict` text NOT NULL,
	`reader` text NOT NULL,
	`mode` text NOT NULL,
	`rating` text,
	`rationale` text,
	`against` text,
	`filed_at` text NOT NULL,
	`outcome` text,
	`adjudicator` text,
	`adjudicated_at` text,
	`adjudication` text,
	FOREIGN KEY (`claim`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`verdict`) REFERENCES `verdicts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `readings_verdict` ON `readings` (`verdict`,`filed_at`);--> statement-breakpoint
CREATE INDEX `readings_claim` ON `readings` (`claim`);--> statement-breakpoint
CREATE INDEX `readings_pair` ON `readings` (`mode`,`against`,`rating`);--> statement-breakpoint
CREATE TABLE `ledger_tiles` (
	`number` integer PRIMARY KEY NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `tips` (
	`id` text PRIMARY KEY NOT NULL,
	`revision` integer NOT NULL,
	`about` text NOT NULL,
	`claim` text,
	`status` text NOT NULL,
	`received_at` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `tips_status` ON `tips` (`status`,`received_at`,`id`);--> statement-breakpoint
ALTER TABLE `desks` ADD `reading` text;--> statement-breakpoint
ALTER TABLE `desks` ADD `blind_topics` text;--> statement-breakpoint
ALTER TABLE `desks` ADD `two_reader_topics` text;--> statement-breakpoint
ALTER TABLE `desks` ADD `methodology_en` text;--> statement-breakpoint
ALTER TABLE `desks` ADD `methodology_it` text;--> statement-breakpoint
ALTER TABLE `desks` ADD `scale_en` text;--> statement-breakpoint
ALTER TABLE `desks` ADD `scale_it` text;--> statement-breakpoint
ALTER TABLE `people` ADD `erased_at` text;--> statement-breakpoint
ALTER TABLE `ratings` ADD `meaning_en` text;--> statement-breakpoint
ALTER TABLE `ratings` ADD `meaning_it` text;--> statement-breakpoint
ALTER TABLE `verdicts` ADD `valid_until` text;--> statement-breakpoint
ALTER TABLE `verdicts` ADD `recheck_on` text;--> statement-breakpoint
ALTER TABLE `verdicts` ADD `confirmed` text;--> statement-breakpoint
ALTER TABLE `verdicts` ADD `mode` text;--> statement-breakpoint
ALTER TABLE `verdicts` ADD `slug` text;--> statement-breakpoint
CREATE INDEX `verdicts_recheck` ON `verdicts` (`status`,`recheck_on`);--> statement-breakpoint
CREATE INDEX `verdicts_valid` ON `verdicts` (`status`,`valid_until`);--> statement-breakpoint
CREATE INDEX `verdicts_slug` ON `verdicts` (`slug`,`number`);--> statement-breakpoint
CREATE INDEX `verdicts_told` ON `verdicts` (`status`,`published_at`,`id`);--> statement-breakpoint
CREATE INDEX `ledger_at` ON `ledger` (`at`,`seq`);--> statement-breakpoint
CREATE INDEX `ledger_actor` ON `ledger` (`actor`,`seq`);