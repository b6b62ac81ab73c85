package waybill.exchange.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import waybill.kit.testing.NoBooks;

@NoBooks("which addresses are taken")
class EndpointsTest {
  private final List<String> asked = new ArrayList<>();

  /** Reads a name as the address in front of its first dash, so that a test says what it has. */
  private List<InetAddress> resolve(String host) throws UnknownHostException {
    asked.add(host);
    if (host.startsWith("unknown")) throw new UnknownHostException(host);
    if (host.startsWith("nothing")) return List.of();
    if (host.startsWith("both"))
      return List.of(InetAddress.getByName("8.8.8.8"), InetAddress.getByName("10.0.0.1"));
    return List.of(InetAddress.getByName(host.startsWith("inside") ? "10.0.0.1" : "8.8.8.8"));
  }

  private Optional<String> check(String address) {
    return check(address, AllowList.NOTHING);
  }

  private Optional<String> check(String address, AllowList allowed) {
    return new Endpoints(this::resolve, allowed).check(URI.create(address));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://hooks.example.com/waybill?a=b",
        "https://hooks.example.com",
        "https://hooks.example.com:8443/",
        "HTTPS://HOOKS.EXAMPLE.COM/",
        "https://xn--bcher-kva.example/",
        "https://8.8.8.8/",
        "https://[2606:2800:220:1::1]:8443/"
      })
  void aPublicAddressUnderHttps_isAdmitted(String address) {
    assertThat(check(address)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "http://hooks.example.com/, it is not https",
    "ftp://hooks.example.com/, it is not https",
    "//hooks.example.com/, it is not https",
    "/hooks, it is not https",
    "https:hooks.example.com, it has no valid host",
    "https:///hooks, it has no valid host",
    "https://under_score.example.com/, it has no valid host",
    "https://me@hooks.example.com/, it holds a user or a password",
    "https://me:secret@hooks.example.com/, it holds a user or a password",
    "https://@hooks.example.com/, it holds a user or a password",
    "https://hooks.example.com/#there, it has a fragment",
    "https://hooks.example.com/#, it has a fragment",
    "https://hooks.example.com:0/, its port is not between 1 and 65535",
    "https://hooks.example.com:65536/, its port is not between 1 and 65535",
    "https://hooks.example.com./, its host ends with a dot",
    "https://hooks.example.com/Zoë, it is not plain ASCII",
    "https://unknown.example.com/, its host is not known",
    "https://nothing.example.com/, its host is not known",
    "https://inside.example.com/, its host is not at a public address",
    "https://both.example.com/, its host is not at a public address"
  })
  void whatIsWrongWithAnAddress_isSaid(String address, String reason) {
    assertThat(check(address)).contains(reason);
  }

  /** Each leads to this machine, to a network inside or to metadata, for one reader or another. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://127.0.0.1/",
        "https://127.1/",
        "https://127.0.1/",
        "https://2130706433/",
        "https://017700000001/",
        "https://0x7f000001/",
        "https://0X7F000001/",
        "https://0x7f.0.0.1/",
        "https://0x7f.1/",
        "https://0177.0.0.1/",
        "https://127.0.0.01/",
        "https://127.0.0.1./",
        "https://127.0.0.0x1/",
        "https://%31%32%37.0.0.1/",
        "https://①②⑦.0.0.1/",
        "https://127。0。0。1/",
        "https://169.254.169.254/latest/meta-data/",
        "https://2852039166/",
        "https://169.254.43518/",
        "https://[::1]/",
        "https://[::]/",
        "https://[0:0:0:0:0:0:0:1]/",
        "https://[::ffff:127.0.0.1]/",
        "https://[::FFFF:7F00:1]/",
        "https://[::127.0.0.1]/",
        "https://[64:ff9b::7f00:1]/",
        "https://[2002:7f00:1::]/",
        "https://[fd00:ec2::254]/",
        "https://[FD00:EC2::254]/",
        "https://[fe80::1%25eth0]/",
        "https://[fe80::1%251]/",
        "https://[2606:2800:220:1::1%25eth0]/"
      })
  void row53_aLiteralHoweverWritten_doesNotGetInside(String address) {
    assertThat(check(address)).isPresent();
    assertThat(asked).isEmpty();
  }

  @Test
  void aHost_isLookedUpInLowerCase() {
    check("https://Inside.EXAMPLE.com/");

    assertThat(asked).containsExactly("inside.example.com");
  }

  @Test
  void anAddress_isAtMost2048CharactersLong() {
    String start = "https://hooks.example.com/";

    assertThat(check(start + "a".repeat(2048 - start.length()))).isEmpty();
    assertThat(check(start + "a".repeat(2049 - start.length())))
        .contains("it is longer than 2048 characters");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:8080/",
        "https://127.0.0.1/",
        "http://inside.example.com:9000/",
        "http://Inside.example.com:9000/",
        "http://[::1]:9000/"
      })
  void whatTheAllowListHas_isAdmittedAlsoInsideAndWithoutTls(String address) {
    AllowList allowed = AllowList.parse(" 127.0.0.1, Inside.example.com:9000,[::1]:9000,");

    assertThat(check(address, allowed)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.2/",
        "http://2130706433/",
        "http://127.1/",
        "http://127.0.0.1./",
        "http://inside.example.com:9001/",
        "http://inside.example.com/",
        "http://x.inside.example.com:9000/",
        "http://hooks.example.com/",
        "http://me@127.0.0.1/",
        "ftp://127.0.0.1/"
      })
  void whatTheAllowListHasNot_isRefusedAsEver(String address) {
    AllowList allowed = AllowList.parse("127.0.0.1,inside.example.com:9000");

    assertThat(check(address, allowed)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://127.0.0.1", "127.0.0.0/8", "::1", "a b", "*", "localhost:0"})
  void anEntryThatIsNoHost_isRefusedByName(String entry) {
    assertThatThrownBy(() -> AllowList.parse("localhost," + entry))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'" + entry + "'");
  }

  @Test
  void anEmptyList_allowsNothing() {
    assertThat(check("http://127.0.0.1/", AllowList.parse(""))).contains("it is not https");
    assertThat(check("https://127.0.0.1/", AllowList.parse(" , ")))
        .contains("its host is not at a public address");
  }
}
