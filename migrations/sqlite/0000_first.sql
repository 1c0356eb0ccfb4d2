CREATE TABLE `appearances` (
	`id` text PRIMARY KEY NOT NULL,
	`revision` integer NOT NULL,
	`claim` text NOT NULL,
	`article` text NOT NULL,
	`version` text NOT NULL,
	`quote` text NOT NULL,
	`prefix` text NOT NULL,
	`suffix` text NOT NULL,
	`start` integer NOT NULL,
	`end` integer NOT NULL,
	`claimant_kind` text NOT NULL,
	`claimant` text,
	`attribution` text NOT NULL,
	`claimed_on` text,
	`claimed_on_reason` text,
	`added_at` text NOT NULL,
	FOREIGN KEY (`claim`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`article`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`version`) REFERENCES `article_versions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `appearances_claim` ON `appearances` (`claim`,`added_at`);--> statement-breakpoint
CREATE INDEX `appearances_version` ON `appearances` (`version`,`start`);--> statement-breakpoint
CREATE INDEX `appearances_article` ON `appearances` (`article`);--> statement-breakpoint
CREATE TABLE `article_versions` (
	`id` text PRIMARY KEY NOT NULL,
	`revision` integer NOT NULL,
	`article` text NOT NULL,
	`number` integer NOT NULL,
	`text` text NOT NULL,
	`key` text NOT NULL,
	`source` text NOT NULL,
	`added_at` text NOT NULL,
	FOREIGN KEY (`article`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`text`) REFERENCES `texts`(`hash`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `article_versions_key` ON `article_versions` (`key`);--> statement-breakpoint
CREATE UNIQUE INDEX `article_versions_number` ON `article_versions` (`article`,`number`);--> statement-breakpoint
CREATE TABLE `articles` (
	`id` text PRIMARY KEY NOT NULL,
	`revision` integer NOT NULL,
	`title` text NOT NULL,
	`outlet` text,
	`outlet_reason` text,
	`byline` text,
	`date` text,
	`date_reason` text,
	`language` text NOT NULL,
	`url` text,
	`version` text NOT NULL,
	`added_at` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `articles_added` ON `articles` (`added_at`,`id`);--> statement-breakpoint
CREATE TABLE `attempts` (
	`key` text PRIMARY KEY NOT NULL,
	`failures` integer NOT NULL,
	`last_at` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `claim_stems` (
	`stem` text NOT NULL,
	`claim` text NOT NULL,
	FOREIGN KEY (`claim`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `claim_stems_stem` ON `claim_stems` (`stem`,`claim`);--> statement-breakpoint
CREATE INDEX `claim_stems_claim` ON `claim_stems` (`claim`);--> statement-breakpoint
CREATE TABLE `claims` (
	`id` text PRIMARY KEY NOT NULL,
	`revision` integer NOT NULL,
	`statement` text NOT NULL,
	`language` text NOT NULL,
	`kind` text NOT NULL,
	`stage` text NOT NULL,
	`stage_since` text NOT NULL,
	`assignee` text,
	`explanation` text,
	`lead_appearance` text,
	`set_aside_reason` text,
	`set_aside_words` text,
	`duplicate_of` text
);
--> statement-breakpoint
CREATE INDEX `claims_stage` ON `claims` (`stage`,`stage_since`,`id`);--> statement-breakpoint
CREATE INDEX `claims_assignee` ON `claims` (`assignee`,`stage_since`,`id`);--> statement-breakpoint
CREATE INDEX `claims_since` ON `claims` (`stage_since`,`id`);--> statement-breakpoint
CREATE TABLE `desks` (
	`id` text PRIMARY KEY NOT NULL,
	`revision` integer NOT NULL,
	`name` text NOT NULL,
	`url` text
);
--> statement-breakpoint
CREATE TABLE `evidence` (
	`id` text PRIMARY KEY NOT NULL,
	`revision` integer NOT NULL,
	`claim` text NOT NULL,
	`number` integer NOT NULL,
	`stance` text NOT NULL,
	`title` text NOT NULL,
	`publisher` text,
	`interest` text NOT NULL,
	`url` text,
	`published_on` text,
	`quote` text,
	`quote_language` text,
	`translation` text,
	`rank` text NOT NULL,
	`rank_reason` text,
	`visibility` text NOT NULL,
	`visibility_reason` text,
	`added_at` text NOT NULL,
	FOREIGN KEY (`claim`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `evidence_number` ON `evidence` (`claim`,`number`);--> statement-breakpoint
CREATE TABLE `identities` (
	`person` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`password_hash` text NOT NULL,
	FOREIGN KEY (`person`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `identities_email` ON `identities` (`email`);--> statement-breakpoint
CREATE TABLE `invitations` (
	`id` text PRIMARY KEY NOT NULL,
	`revision` integer NOT NULL,
	`role` text NOT NULL,
	`admin` integer NOT NULL,
	`token_hash` text NOT NULL,
	`status` text NOT NULL,
	`expires_at` text NOT NULL,
	`person` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `invitations_token` ON `invitations` (`token_hash`);--> statement-breakpoint
CREATE TABLE `ledger` (
	`seq` integer PRIMARY KEY NOT NULL,
	`format` integer NOT NULL,
	`at` text NOT NULL,
	`actor` text NOT NULL,
	`verb` text NOT NULL,
	`kind` text NOT NULL,
	`subject` text NOT NULL,
	`claim` text,
	`revision` integer NOT NULL,
	`change` text NOT NULL,
	`comment` text,
	`previous` text,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `ledger_revision` ON `ledger` (`kind`,`subject`,`revision`);--> statement-breakpoint
CREATE INDEX `ledger_claim` ON `ledger` (`claim`,`seq`);--> statement-breakpoint
CREATE TABLE `people` (
	`id` text PRIMARY KEY NOT NULL,
	`revision` integer NOT NULL,
	`role` text NOT NULL,
	`admin` integer NOT NULL,
	`deactivated_at` text,
	`joined_at` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `publications` (
	`seq` integer PRIMARY KEY NOT NULL,
	`verdict` text NOT NULL,
	`claim` text NOT NULL,
	`status` text NOT NULL,
	`body` text NOT NULL,
	`hash` text NOT NULL,
	FOREIGN KEY (`seq`) REFERENCES `ledger`(`seq`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`verdict`) REFERENCES `verdicts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `publications_verdict` ON `publications` (`verdict`,`seq`);--> statement-breakpoint
CREATE TABLE `ratings` (
	`id` text PRIMARY KEY NOT NULL,
	`revision` integer NOT NULL,
	`position` integer NOT NULL,
	`number` integer,
	`label_en` text NOT NULL,
	`label_it` text NOT NULL,
	`shape` text NOT NULL,
	`tone` text NOT NULL,
	`retired_at` text
);
--> statement-breakpoint
CREATE TABLE `search_records` (
	`id` text PRIMARY KEY NOT NULL,
	`revision` integer NOT NULL,
	`claim` text NOT NULL,
	`place` text NOT NULL,
	`words` text NOT NULL,
	`searched_on` text,
	`outcome` text NOT NULL,
	`note` text,
	`added_at` text NOT NULL,
	FOREIGN KEY (`claim`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `search_records_claim` ON `search_records` (`claim`,`added_at`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`person` text NOT NULL,
	`agent` text,
	`started_at` text NOT NULL,
	`seen_at` text NOT NULL,
	`expires_at` text NOT NULL,
	FOREIGN KEY (`person`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sessions_token` ON `sessions` (`token_hash`);--> statement-breakpoint
CREATE INDEX `sessions_person` ON `sessions` (`person`);--> statement-breakpoint
CREATE TABLE `texts` (
	`hash` text PRIMARY KEY NOT NULL,
	`text` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `verdicts` (
	`id` text PRIMARY KEY NOT NULL,
	`revision` integer NOT NULL,
	`claim` text NOT NULL,
	`number` integer NOT NULL,
	`status` text NOT NULL,
	`rating` text,
	`reasons` text NOT NULL,
	`conclusion` text NOT NULL,
	`rationale` text NOT NULL,
	`holds_on` text,
	`author` text NOT NULL,
	`writers` text NOT NULL,
	`reviewer` text,
	`published_at` text,
	`correction_kind` text,
	`correction_reason` text,
	`withdrawal_reason` text,
	`under_correction_since` text,
	`publication` text,
	FOREIGN KEY (`claim`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `verdicts_number` ON `verdicts` (`claim`,`number`);--> statement-breakpoint
CREATE INDEX `verdicts_status` ON `verdicts` (`status`,`correction_kind`);