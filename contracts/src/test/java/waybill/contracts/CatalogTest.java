package waybill.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import waybill.contracts.orders.OrderLine;
import waybill.contracts.orders.OrdersContracts;
import waybill.contracts.users.RegisterUser;
import waybill.contracts.users.UsersContracts;

class CatalogTest {
  private final Catalog catalog = Catalog.builtIn();

  @Test
  void theBuiltInCatalog_isTheFolderInTheRepository() {
    Catalog folder = Catalog.at(Path.of("catalog"));
    assertThat(catalog.contracts()).isNotEmpty().isEqualTo(folder.contracts()).isSorted();
    assertThat(catalog.services()).isEqualTo(folder.services());
  }

  @Test
  void aDefinition_hasItsDefaults() {
    Definition registered = catalog.definition("users.user-registered");
    assertThat(registered.kind()).isEqualTo(Kind.EVENT);
    assertThat(registered.key()).isEqualTo("/user_id");
    assertThat(registered.compatibility()).isEqualTo(Compatibility.BACKWARD_TRANSITIVE);
    assertThat(registered.retention()).isEqualTo(Duration.ofDays(30));
    assertThat(registered.senders()).containsExactly("users");
    assertThat(registered.readers()).containsExactly("orders");
  }

  @Test
  void aDefinition_saysOtherwiseWhereItWants(@TempDir Path folder) throws IOException {
    Path file = Files.createDirectories(folder.resolve("test.ask")).resolve("contract.json");
    Files.writeString(
        file,
        """
        {"kind": "command", "owner": "test", "summary": "s",
         "compatibility": "FULL", "retention": "P14D"}
        """);
    Definition ask = Catalog.at(folder).definition("test.ask");
    assertThat(ask.compatibility()).isEqualTo(Compatibility.FULL);
    assertThat(ask.retention()).isEqualTo(Duration.ofDays(14));
    assertThat(ask.senders()).containsExactly("sagas");
  }

  @Test
  void aService_saysWhatItListensTo() {
    assertThat(catalog.services())
        .filteredOn(service -> service.name().equals("orders"))
        .singleElement()
        .satisfies(
            orders -> {
              assertThat(orders.clientIds()).containsExactly("orders");
              assertThat(orders.consumes())
                  .contains(UsersContracts.USER_REGISTERED.id(), UsersContracts.USER_CHANGED.id());
            });
  }

  @Test
  void documents_becomeRecords_andRecordsDocuments() {
    RegisterUser ada = new RegisterUser("ada@example.com", "Ada");
    var document = catalog.write(UsersContracts.REGISTER_USER, ada);
    assertThat(document.toString()).isEqualTo("{\"email\":\"ada@example.com\",\"name\":\"Ada\"}");
    assertThat(catalog.read(UsersContracts.REGISTER_USER, document)).isEqualTo(ada);
  }

  /** To a schema, 2.0 is an integer; so it must be one to the record too. */
  @Test
  void anIntegerWrittenAsADecimal_isBound() {
    var order = Json.parse("{\"user_id\":\"u1\",\"lines\":[{\"sku\":\"cup\",\"quantity\":2.0}]}");
    assertThat(catalog.check(OrdersContracts.PLACE_ORDER.id(), order)).isEmpty();
    assertThat(catalog.read(OrdersContracts.PLACE_ORDER, order).lines())
        .containsExactly(new OrderLine("cup", 2));
  }

  @Test
  void aDocumentOfAnotherShape_isNotBound() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> catalog.read(UsersContracts.REGISTER_USER, Json.parse("[]")));
  }
}
