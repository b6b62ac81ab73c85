/** Buckets as files: as much of S3 as functions ask for, by path, and no more. */
@NullMarked
package waybill.local.s3;

import org.jspecify.annotations.NullMarked;
