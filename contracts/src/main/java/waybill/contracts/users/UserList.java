package waybill.contracts.users;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One page of users, and the cursor of the next if there is one. */
public record UserList(List<User> items, @Nullable String cursor) {}
