package waybill.contracts.catalog;

import org.jspecify.annotations.Nullable;

/**
 * One way to write documents of a version.
 *
 * @param schema where the file is that other tools need for it
 * @param whyNot why there is no such way
 */
public record ShownForm(String mediaType, @Nullable String schema, @Nullable String whyNot) {}
