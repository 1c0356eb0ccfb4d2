CREATE TABLE `claim_topics` (
	`topic` text NOT NULL,
	`claim` text NOT NULL,
	FOREIGN KEY (`claim`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `claim_topics_topic` ON `claim_topics` (`topic`,`claim`);--> statement-breakpoint
CREATE INDEX `claim_topics_claim` ON `claim_topics` (`claim`);--> statement-breakpoint
CREATE TABLE `claimants` (
	`id` text PRIMARY KEY NOT NULL,
	`revision` integer NOT NULL,
	`name` text NOT NULL,
	`key` text NOT NULL,
	`role` text,
	`same_as` text NOT NULL,
	`added_at` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `claimants_key` ON `claimants` (`key`);--> statement-breakpoint
CREATE TABLE `contacts` (
	`id` text PRIMARY KEY NOT NULL,
	`revision` integer NOT NULL,
	`claim` text NOT NULL,
	`who` text NOT NULL,
	`role` text,
	`way` text NOT NULL,
	`asked_on` text,
	`question` text NOT NULL,
	`outcome` text NOT NULL,
	`reply` text,
	`replied_on` text,
	`visibility` text NOT NULL,
	`added_at` text NOT NULL,
	FOREIGN KEY (`claim`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `contacts_claim` ON `contacts` (`claim`,`added_at`);--> statement-breakpoint
ALTER TABLE `appearances` ADD `claimant_id` text REFERENCES claimants(id);--> statement-breakpoint
ALTER TABLE `appearances` ADD `moved_from` text;--> statement-breakpoint
CREATE INDEX `appearances_claimant` ON `appearances` (`claimant_id`);--> statement-breakpoint
ALTER TABLE `claims` ADD `statement_en` text;--> statement-breakpoint
ALTER TABLE `claims` ADD `statement_it` text;--> statement-breakpoint
ALTER TABLE `claims` ADD `split_from` text;--> statement-breakpoint
ALTER TABLE `claims` ADD `topics` text;--> statement-breakpoint
ALTER TABLE `claims` ADD `due_on` text;--> statement-breakpoint
ALTER TABLE `claims` ADD `why` text;--> statement-breakpoint
ALTER TABLE `claims` ADD `waits_for` text;--> statement-breakpoint
CREATE INDEX `claims_due` ON `claims` (`due_on`,`stage_since`,`id`);--> statement-breakpoint
CREATE INDEX `claims_split` ON `claims` (`split_from`);--> statement-breakpoint
ALTER TABLE `evidence` ADD `kind` text;--> statement-breakpoint
ALTER TABLE `evidence` ADD `locator` text;--> statement-breakpoint
ALTER TABLE `evidence` ADD `origin` text;--> statement-breakpoint
ALTER TABLE `evidence` ADD `note` text;--> statement-breakpoint
ALTER TABLE `verdicts` ADD `conclusion_en` text;--> statement-breakpoint
ALTER TABLE `verdicts` ADD `conclusion_it` text;