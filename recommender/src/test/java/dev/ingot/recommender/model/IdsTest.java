package dev.ingot.recommender.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IdsTest {

    @Test
    void sortsAndForgetsDuplicates() {
        Ids ids = Ids.of(7, 3, 7, 5);

        assertThat(ids.size()).isEqualTo(3);
        assertThat(ids.at(0)).isEqualTo(3);
        assertThat(ids.at(2)).isEqualTo(7);
    }

    @Test
    void findsTheRowOfAnId() {
        Ids ids = Ids.of(7, 3, 5);

        assertThat(ids.rowOf(5)).isEqualTo(1);
        assertThat(ids.rowOf(4)).isNegative();
        assertThat(ids.contains(7)).isTrue();
        assertThat(ids.contains(8)).isFalse();
    }
}
