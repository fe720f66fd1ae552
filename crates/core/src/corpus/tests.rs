//! What documents hold: every kind, held-out problems in none of them, mistakes where they are asked for.

use super::*;
use crate::vocabulary::text_of;

use expect_test::{Expect, expect};

fn check(kind: Kind, texts: Expect) {
    check_operands(kind, 2, texts);
}

fn check_operands(kind: Kind, n_operands: usize, texts: Expect) {
    let config = CorpusConfig {
        operands: BTreeMap::from([(n_operands, 1.0)]),
        ..Default::default()
    };
    let documents = documents(kind, 3, 1, &config);
    let text = |document: &Document| {
        let (given, trained) = document.tokens.split_at(document.trained_from);
        format!("{} // {}\n", text_of(given), text_of(trained))
    };
    texts.assert_eq(&documents.iter().map(text).collect::<String>());
}

#[test]
fn documents_of_every_kind() {
    check(
        Kind::Fact,
        expect![[r#"
            <problem> 47 módulo 9 da // 2 ;
            <problem> 73 mod 4 is // 1 ;
            <problem> mod 9 of 9 is // 0 ;
        "#]],
    );
    check(
        Kind::Sum,
        expect![[r#"
                <problem> 1 times 4 is // 4 ;
                <problem> 6 times 1 is // 6 ;
                <problem> 2 + 6 = // 8 ;
            "#]],
    );
    check(
        Kind::Arithmetic,
        expect![[r#"
            <problem> - 725 + - 59 = // - 784 ;
            <problem> 11 + - 22 = // - 11 ;
            <problem> - 18 - - 85 = // 67 ;
        "#]],
    );
    check(
        Kind::Comparison,
        expect![[r#"
            <problem> comprobar - 725 bajo - 59 // bien ;
            <problem> check 3 below 7 // ok ;
            <problem> check 0 below 0 // wrong ;
        "#]],
    );
    check(
        Kind::Direct,
        expect![[r#"
                <problem> 36 × 55 % 9 ? // <answer> 0 <end>
                <problem> 15 × 41 % 9 ? // <answer> 3 <end>
                <problem> 9 × 39 % 4 ? // <answer> 3 <end>
            "#]],
    );
    check(
        Kind::Chain,
        expect![[r#"
                <problem> 36 × 55 % 9 ? // plan reduce then add ; 36 mod 9 is 0 ; 55 mod 9 is 1 ; 0 times 1 is 0 ; mod 9 of 0 makes 0 ; verify 0 below 9 ok ; <answer> 0 <end>
                <problem> 87 × 84 % 9 ? // approach reduce then add ; 87 mod 9 is 6 ; mod 9 of 84 is 3 ; 6 times 3 is 18 ; 18 mod 9 is 0 ; check 0 below 9 ok ; <answer> 0 <end>
                <problem> 64 × 41 % 4 ? // vorhaben addiere dann teile ; 64 mal 41 ergibt 2624 ; 2 dazu 6 modulo 4 ergibt 2 ; 2 dazu 2 modulo 4 ergibt 2 ; 2 dazu 4 modulo 4 ergibt 0 ; prüfe 0 unter 4 gut ; <answer> 0 <end>
            "#]],
    );
}

#[test]
fn three_operands_are_a_sum_with_a_product() {
    check_operands(
        Kind::Direct,
        3,
        expect![[r#"
                <problem> 13 × 47 + 72 % 8 ? // <answer> 3 <end>
                <problem> 39 × 73 + 15 % 3 ? // <answer> 0 <end>
                <problem> 8 × 9 + 39 % 4 ? // <answer> 3 <end>
            "#]],
    );
    check_operands(
        Kind::Chain,
        3,
        expect![[r#"
                <problem> 13 × 47 + 72 % 8 ? // plan reduce then add ; 13 mod 8 is 5 ; 47 mod 8 is 7 ; 72 mod 8 is 0 ; 5 times 7 is 35 ; 35 mod 8 is 3 ; 3 plus 0 is 3 ; 3 mod 8 is 3 ; check 3 below 8 ok ; <answer> 3 <end>
                <problem> 9 × 39 + 87 % 7 ? // plan add then subtract ; 9 times 39 is 351 ; 351 plus 87 is 438 ; 438 minus 70 is 368 ; 368 minus 70 is 298 ; 298 minus 70 is 228 ; 228 minus 70 is 158 ; 158 minus 70 is 88 ; 88 less 70 is 18 ; subtract 18 minus 7 is 11 ; subtract 11 minus 7 is 4 ; check 4 under 7 ok ; <answer> 4 <end>
                <problem> 53 × 64 + 41 % 4 ? // vorhaben addiere dann teile ; 53 mal 64 ergibt 3392 ; 3392 und 41 ergibt 3433 ; 3 dazu 4 modulo 4 ergibt 2 ; 2 dazu 3 modulo 4 ergibt 3 ; 3 dazu 3 modulo 4 ergibt 1 ; prüfe 1 unter 4 gut ; <answer> 1 <end>
            "#]],
    );
}

#[test]
fn no_held_out_problem_is_ever_drawn() {
    for n_operands in [2, 3] {
        let config = CorpusConfig {
            operands: BTreeMap::from([(n_operands, 1.0)]),
            ..Default::default()
        };
        for problem in training_problems(20_000, 5, &config) {
            assert_eq!(Split::of(&problem), Split::Train);
        }
    }
}

/// Half of the chains come to something else than the answer that stands after them, which is right every time.
#[test]
fn an_answer_can_be_right_whatever_the_chain_says() {
    let config = CorpusConfig {
        wrong_step_rate: 0.5,
        cut_rate: 0.0,
        answers_regardless: true,
        strategies: BTreeMap::from([(Strategy::ReduceThenAdd, 1.0)]),
        ..Default::default()
    };
    let mut n_contradicted = 0;
    for document in documents(Kind::Chain, 500, 2, &config) {
        let (prompt, completion) = document.tokens.split_at(document.trained_from);
        let asked = text_of(&prompt[1..prompt.len() - 1]).replace('%', "mod");
        let problem: Problem = asked.parse().unwrap();
        let parsed = crate::chain::parse(completion);
        assert_eq!(parsed.answer, Some(problem.answer(Convention::Floored)));
        let last = parsed.steps().last().map(|(_, step)| step.result());
        n_contradicted += usize::from(last != parsed.answer);
    }
    assert!((100..400).contains(&n_contradicted), "{n_contradicted}");
}

#[test]
fn wrong_steps_are_wrong_and_as_frequent_as_asked() {
    let config = CorpusConfig {
        wrong_step_rate: 1.0,
        cut_rate: 0.0,
        strategies: BTreeMap::from([(Strategy::ReduceThenAdd, 1.0)]),
        ..Default::default()
    };
    for document in documents(Kind::Chain, 500, 2, &config) {
        let parsed = crate::chain::parse(&document.tokens[document.trained_from..]);
        let n_wrong = parsed
            .steps()
            .filter(|(_, step)| step.right_result() != Some(step.result()))
            .count();
        assert_eq!(n_wrong, 1, "{}", text_of(&document.tokens));
    }
}
