package waybill.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import waybill.local.RunningMachine;

/** A saga, its contracts and its participants that no line of Java here knows of. */
class RegisteredSagaTest {
  @RegisterExtension static final RunningMachine running = RunningMachine.ofTheRepository();
  private static Agency agency;

  @BeforeAll
  static void register() {
    agency = Agency.registeredAt(running);
    agency.awaitListening();
  }

  @AfterAll
  static void booksBalance() {
    new Spine(running).booksBalance();
  }

  @Test
  void aSagaThatWasRegisteredOverHttp_runsToItsEnd() {
    agency.wants("t1");
    JsonNode seat = agency.takes("rail");
    assertThat(seat.at("/message/data").toString()).isEqualTo("{\"trip\":\"t1\",\"guests\":2}");
    agency.answers("rail", seat, "rail.seat-booked", "\"arrival\":\"noon\"");
    JsonNode room = agency.takes("hotel");
    assertThat(room.at("/message/data/arrival").asText()).isEqualTo("noon");
    agency.answers("hotel", room, "hotel.room-booked", "");

    JsonNode end = agency.takes("agency");
    assertThat(end.at("/message/type").asText()).isEqualTo("agency.confirm-trip");
    assertThat(end.at("/message/data/arrival").asText()).isEqualTo("noon");
    agency.handles("agency", end);
    agency.awaitState("t1", "completed");
  }

  @Test
  void whatIsRefused_undoesWhatWasDoneBefore() {
    agency.wants("t2");
    agency.answers("rail", agency.takes("rail"), "rail.seat-booked", "\"arrival\":\"noon\"");
    agency.answers(
        "hotel", agency.takes("hotel"), "hotel.room-refused", "\"says\":\"No room is free.\"");
    JsonNode undo = agency.takes("rail");
    assertThat(undo.at("/message/type").asText()).isEqualTo("rail.free-seat");
    agency.answers("rail", undo, "rail.seat-freed", "");

    JsonNode end = agency.takes("agency");
    assertThat(end.at("/message/type").asText()).isEqualTo("agency.cancel-trip");
    assertThat(end.at("/message/data/reason").asText()).isEqualTo("No room is free.");
    agency.handles("agency", end);
    agency.awaitState("t2", "compensated");
  }

  @Test
  void aDefinitionThatCannotWork_isRefusedWithPointers() {
    HttpResponse<String> answer =
        agency.registers(
            """
            {"definition":{
              "owner":"agency","summary":"Nothing fits.","begins":"agency.trip-wanted/1",
              "steps":[{"name":"seat","command":"rail.book-seat/1",
                        "with":{"/trip":"/input/guests"},"done":["rail.seat-booked/1"]}]}}
            """);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
    assertThat(answer.body()).contains("/definition/steps/0/with");
  }
}
