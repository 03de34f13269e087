import { type Infer, text } from '@fairway/schema';

/** `folder: /var/backups/storefront`: a relative path starts at the workspace. */
export const folderKind = text();

export type FolderConfig = Infer<typeof folderKind>;
