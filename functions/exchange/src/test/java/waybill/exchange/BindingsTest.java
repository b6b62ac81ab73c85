package waybill.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** For whom a client may speak: what the deployment says and what was registered since. */
class BindingsTest {
  private final Outside outside = new Outside();

  private java.util.Set<String> of(String client) {
    return outside.bindings().of(client);
  }

  @Test
  void aClientOfTheDeployment_andOneThatWasRegistered_areKnown() {
    assertThat(of("users")).containsExactly("users");
    assertThat(of("parcels-client")).containsExactly("parcels");
    assertThat(of("nobody")).isEmpty();
  }

  @Test
  void oneClient_mayBeOfMoreThanOneService() {
    outside.binds("letters", "parcels-client", "letters-client");
    outside.tell();

    assertThat(of("parcels-client")).containsExactly("letters", "parcels");
    assertThat(of("letters-client")).containsExactly("letters");
  }

  @Test
  void whoIsLeftOut_isUnbound_andTheOthersStay() {
    outside.binds("parcels", "second");
    outside.tell();

    assertThat(of("parcels-client")).isEmpty();
    assertThat(of("second")).containsExactly("parcels");
  }

  @Test
  void anOlderChange_doesNotReplaceANewerOne() {
    var before = outside.spine.clock.instant();
    outside.spine.clock.pass(java.time.Duration.ofSeconds(1));
    outside.binds("parcels", "second");
    outside.tell();
    outside.bindsAt(before, "parcels", "parcels-client");
    outside.tell();

    assertThat(of("parcels-client")).isEmpty();
    assertThat(of("second")).containsExactly("parcels");
  }

  @Test
  void askingCostsOneRead() {
    var bindings = outside.bindings();
    outside.spine.fuse.endAfter(1);

    assertThat(bindings.of("parcels-client")).containsExactly("parcels");
    assertThat(outside.spine.fuse.calls()).isEqualTo(1);
  }
}
