package waybill.contracts.users;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A user, and beside it what the user has ordered.
 *
 * @param orders a list, or the word {@code unavailable}
 */
public record Overview(String userId, String email, String name, JsonNode orders) {}
