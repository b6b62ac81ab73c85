package waybill.users;

import java.time.Instant;
import waybill.contracts.users.ChangeUser;
import waybill.contracts.users.User;
import waybill.contracts.users.UserChanged;
import waybill.contracts.users.UserRegistered;
import waybill.kit.commit.Kind;
import waybill.kit.commit.Place;

/** A registered user. */
record Profile(String id, String email, String name, Instant registeredAt) {
  static final String EVERYBODY = "users";

  static final Kind<Profile> PROFILE =
      Kind.entity("profile", Profile.class)
          .listed(profile -> Place.byTime(EVERYBODY, profile.registeredAt, profile.id));

  Profile patched(ChangeUser patch) {
    return new Profile(
        id,
        patch.email() == null ? email : patch.email(),
        patch.name() == null ? name : patch.name(),
        registeredAt);
  }

  User view() {
    return new User(id, email, name);
  }

  UserRegistered registration() {
    return new UserRegistered(id, email, name, registeredAt);
  }

  UserChanged change(Instant at) {
    return new UserChanged(id, email, name, at);
  }
}
