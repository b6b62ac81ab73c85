/** The catalog in the words of other people's tools: OpenAPI and AsyncAPI. */
@NullMarked
package waybill.contracts.export;

import org.jspecify.annotations.NullMarked;
