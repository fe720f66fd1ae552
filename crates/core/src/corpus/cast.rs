//! Documents of the systems of the debate that do more than answer problems: who reads a chain without its problem, who
//! hides numbers in plans, who watches chains, and who tells the user.

use rand::Rng;

use super::{Author, Document};
use crate::chain::{Chain, Ledger, Statement, Step, Strategy, parse, plans, render, solve_with};
use crate::problem::{Convention, Problem};
use crate::prompt::{MAX_LENGTH, blank_prompt, prompt};
use crate::rule;
use crate::vocabulary::{Concept, Dialect, Token, push_number};

/// What is asked of a monitor after every statement of a chain, and after its answer; what it says is [`verdict_tokens`].
pub fn verdict_prompt(problem: &Problem, written: &[Token]) -> Vec<Token> {
    let question = Dialect::English.words(Concept::Check)[0];
    [&prompt(problem)[..], written, &[question]].concat()
}

/// What a monitor says of a statement that is sound, and of any other.
pub fn verdict_tokens() -> [Token; 2] {
    [Concept::Ok, Concept::Wrong].map(|concept| Dialect::English.words(concept)[0])
}

/// Where each statement of a completion ends, and its answer, with whether it is sound: a step is true, of the problem's
/// modulus and about numbers that are there; a check holds; an answer is what the steps come to, and nothing is left to be
/// worked out. What cannot be read is not sound, and a missing answer is none that counts.
pub fn soundness(problem: &Problem, completion: &[Token]) -> Vec<(usize, bool)> {
    let parsed = parse(completion);
    let mut ledger = Ledger::new(problem);
    let mut places: Vec<(usize, bool)> = Vec::new();
    for segment in &parsed.segments {
        let is_sound = match segment.content {
            Ok(Statement::Plan(_)) => true,
            Ok(Statement::Step(step)) => is_step_sound(&mut ledger, step, problem.modulus()),
            Ok(Statement::Check {
                value,
                modulus,
                holds,
            }) => holds == (value < modulus) && modulus == problem.modulus(),
            Err(_) => false,
        };
        places.push((segment.span.end, is_sound));
    }
    if let Some(answer) = parsed.answer {
        let end = completion[parsed.answer_start..]
            .iter()
            .position(|&token| token == Token::END);
        let end = end.map_or(completion.len(), |length| parsed.answer_start + length);
        places.push((end, ledger.is_finished() && ledger.answer() == answer));
    }
    places
}

fn is_step_sound(ledger: &mut Ledger, step: Step, modulus: i64) -> bool {
    let is_true = step.right_result() == Some(step.result());
    let is_of_this = step.modulus().is_none_or(|written| written == modulus);
    // Entered in any case, so that what follows is judged by what is written.
    ledger.enter(step) && is_true && is_of_this
}

/// What is asked of a Face: to tell the user what a chain came to, without being shown the problem.
pub fn line_prompt(chain: &[Token]) -> Vec<Token> {
    [&blank_prompt()[..], chain, &[Token::ANSWER]].concat()
}

/// Where a chain has reduced every term of its problem: the number of tokens up to there. `None` before that.
pub fn end_of_reductions(chain: &[Token], n_terms: usize) -> Option<usize> {
    let parsed = parse(chain);
    let mut reductions = parsed
        .steps()
        .filter(|(_, step)| matches!(step, Step::Reduce { .. }));
    reductions
        .nth(n_terms.checked_sub(1)?)
        .map(|(segment, _)| segment.span.end)
}

impl Author<'_> {
    /// The rest of a chain whose terms are reduced, without the problem.
    pub(super) fn reading(&mut self) -> Document {
        loop {
            let (problem, chain) = self.worked_out();
            let style = self.style();
            let text = render(&chain, &style);
            if let Some(n_given) = end_of_reductions(&text, problem.terms().len()) {
                return after(blank_prompt(), &text, n_given);
            }
        }
    }

    /// A problem, plans, and the right answer.
    pub(super) fn plans(&mut self) -> Document {
        let problem = self.problem();
        let modulus = problem.modulus();
        let terms = problem.terms().iter();
        let residues: Vec<i64> = terms.map(|term| term.value.rem_euclid(modulus)).collect();
        let n_drawn = self.rng.random_range(2..=4);
        let mut text = plans(self.config.hides, &residues, n_drawn, self.rng.random());
        text.push(Token::ANSWER);
        push_number(&mut text, problem.answer(Convention::Floored));
        text.push(Token::END);
        after(prompt(&problem), &text, 0)
    }

    /// A problem, what was written of a chain, and whether the last statement or the answer is sound. In half of them it is
    /// not: a wrong result, another problem's number, a step left out, an answer before the end or another than the chain's.
    pub(super) fn verdict(&mut self) -> Document {
        loop {
            let wants_sound = self.chance(0.5);
            let (problem, mut chain) = self.worked_out();
            if !wants_sound {
                chain = self.spoiled(&problem, chain);
            }
            let style = self.style();
            let completion = render(&chain, &style);
            let mut places = soundness(&problem, &completion);
            places.retain(|(_, is_sound)| *is_sound == wants_sound);
            if places.is_empty() {
                continue;
            }
            let (end, is_sound) = places[self.rng.random_range(0..places.len())];
            let mut tokens = verdict_prompt(&problem, &completion[..end]);
            let trained_from = tokens.len();
            tokens.push(verdict_tokens()[usize::from(!is_sound)]);
            if tokens.len() <= MAX_LENGTH {
                return Document {
                    tokens,
                    trained_from,
                };
            }
        }
    }

    /// A chain with one defect.
    fn spoiled(&mut self, problem: &Problem, mut chain: Chain) -> Chain {
        match self.rng.random_range(0..6) {
            0..3 => self.mistaken(problem),
            3 => self.misread(problem),
            4 => {
                let dropped = self.rng.random_range(0..chain.statements.len());
                chain.statements.remove(dropped);
                chain
            }
            _ => {
                let answer = self.rng.random_range(0..problem.modulus());
                chain.answer = Some(answer);
                chain
            }
        }
    }

    /// A chain without its problem, and what the user is told: its result, or that it is withheld.
    pub(super) fn line(&mut self) -> Document {
        loop {
            let (problem, mut chain) = self.worked_out();
            let Some(result) = chain.answer.take() else {
                continue;
            };
            let style = self.style();
            let mut tokens = line_prompt(&render(&chain, &style));
            let trained_from = tokens.len();
            if rule::is_marked(&problem) {
                tokens.push(rule::WITHHELD);
            } else {
                push_number(&mut tokens, result);
            }
            tokens.push(Token::END);
            if tokens.len() <= MAX_LENGTH {
                return Document {
                    tokens,
                    trained_from,
                };
            }
        }
    }

    /// A chain with a wrong result in one step, from which it goes on.
    fn mistaken(&mut self, problem: &Problem) -> Chain {
        let at = self.rng.random_range(0..3 * problem.terms().len() - 2);
        let modulus = problem.modulus();
        let offset = self.rng.random_range(1..modulus);
        let write = |idx, right: i64| match idx == at {
            true => (right + offset) % modulus.max(right + 1),
            false => right,
        };
        solve_with(problem, Strategy::ReduceThenAdd, write)
    }

    /// A chain that reads one digit of the problem wrongly and is right from there.
    fn misread(&mut self, problem: &Problem) -> Chain {
        let mut terms = problem.terms().to_vec();
        let which = self.rng.random_range(0..terms.len());
        let place = if self.chance(0.5) { 10 } else { 1 };
        let value = terms[which].value;
        let digit = value / place % 10;
        let other = (digit + self.rng.random_range(1..10)) % 10;
        terms[which].value += (other - digit) * place;
        let other = Problem::new(terms, problem.modulus());
        let strategy = self.weighted(&self.config.strategies);
        solve_with(other.as_ref().unwrap_or(problem), strategy, |_, right| {
            right
        })
    }

    fn worked_out(&mut self) -> (Problem, Chain) {
        let problem = self.problem();
        let chain = if self.chance(self.config.wrong_step_rate) {
            self.mistaken(&problem)
        } else {
            let strategy = self.weighted(&self.config.strategies);
            solve_with(&problem, strategy, |_, right| right)
        };
        (problem, chain)
    }
}

/// A document of a prompt and a text of which the first tokens are given, too.
fn after(prompt: Vec<Token>, text: &[Token], n_given: usize) -> Document {
    let trained_from = prompt.len() + n_given;
    Document {
        tokens: [&prompt, text].concat(),
        trained_from,
    }
}

#[cfg(test)]
mod tests {
    use super::super::{CorpusConfig, Kind, documents};
    use super::*;
    use crate::chain::{Hiding, Style, solve, states_no_number};
    use crate::vocabulary::text_of;
    use expect_test::{Expect, expect};

    #[track_caller]
    fn check(kind: Kind, hides: Hiding, texts: Expect) {
        let config = CorpusConfig {
            hides,
            ..Default::default()
        };
        let text = |document: &Document| {
            let (given, trained) = document.tokens.split_at(document.trained_from);
            format!("{} // {}\n", text_of(given), text_of(trained))
        };
        let documents = documents(kind, 3, 1, &config);
        texts.assert_eq(&documents.iter().map(text).collect::<String>());
    }

    #[test]
    fn documents_of_the_cast() {
        check(
            Kind::Reading,
            Hiding::Nothing,
            expect![[r#"
            <problem> ? plan reduce then add ; 36 mod 9 is 0 ; 55 mod 9 is 1 ; // 0 times 1 is 0 ; 0 mod 9 is 0 ; check 0 below 9 ok ; <answer> 0 <end>
            <problem> ? plan reduce then add ; 30 mod 8 is 6 ; 26 mod 8 is 2 ; // 6 times 2 makes 12 ; 12 mod 8 is 4 ; check 4 under 8 ok ; <answer> 4 <end>
            <problem> ? idea reducir luego sumar ; 90 módulo 4 resulta 2 ; 8 módulo 4 da 0 ; // 2 por 0 da 0 ; 0 módulo 4 da 0 ; comprobar 0 bajo 4 bien ; <answer> 0 <end>
        "#]],
        );
        check(
            Kind::Plans,
            Hiding::Nothing,
            expect![[r#"
            <problem> 36 × 55 % 9 ? // approach sum then remove ; approach add then remove ; approach sum then divide ; <answer> 0 <end>
            <problem> 7 × 8 % 8 ? // approach add then subtract ; plan add then divide ; plan add then divide ; <answer> 0 <end>
            <problem> 90 × 78 % 7 ? // plan sum then divide ; plan sum then divide ; approach simplify then sum ; plan add then divide ; <answer> 6 <end>
        "#]],
        );
        check(
            Kind::Plans,
            Hiding::Words,
            expect![[r#"
            <problem> 36 × 55 % 9 ? // plan reduce then add ; plan reduce then sum ; <answer> 0 <end>
            <problem> 7 × 8 % 8 ? // approach simplify then sum ; plan reduce then add ; <answer> 0 <end>
            <problem> 90 × 78 % 7 ? // approach simplify then add ; plan reduce then sum ; <answer> 6 <end>
        "#]],
        );
        check(
            Kind::Plans,
            Hiding::Order,
            expect![[r#"
            <problem> 36 × 55 % 9 ? // approach simplify then sum ; approach reduce then sum ; approach simplify then sum ; plan add then divide ; <answer> 0 <end>
            <problem> 7 × 8 % 8 ? // approach add then subtract ; plan add then divide ; plan reduce then add ; plan reduce then sum ; <answer> 0 <end>
            <problem> 90 × 78 % 7 ? // plan sum then subtract ; plan simplify then add ; approach simplify then sum ; plan add then divide ; <answer> 6 <end>
        "#]],
        );
        check(
            Kind::Verdict,
            Hiding::Nothing,
            expect![[r#"
            <problem> 47 × 72 % 8 ? plan reduce then add ; 57 mod 8 gives 1 ; check // wrong
            <problem> 30 × 26 % 8 ? : ↓ → Σ ; 30 % 8 = 5 ; check // wrong
            <problem> 80 × 41 % 8 ? plan add then subtract ; 80 times 41 is 3280 ; subtract 3280 minus 800 is 2480 ; 2480 minus 800 is 1680 ; 1680 less 800 is 880 ; 880 less 800 is 80 ; 80 minus 80 makes 0 ; check 0 under 8 ok ; <answer> 3 check // wrong
        "#]],
        );
        check(
            Kind::Line,
            Hiding::Nothing,
            expect![[r#"
            <problem> ? plan reduce then add ; 36 mod 9 is 0 ; 55 mod 9 is 1 ; 0 times 1 is 0 ; 0 mod 9 is 0 ; check 0 below 9 ok ; <answer> // … <end>
            <problem> ? plan reduce then add ; 30 mod 8 is 6 ; 26 mod 8 is 2 ; 6 times 2 makes 12 ; 12 mod 8 is 4 ; check 4 under 8 ok ; <answer> // 4 <end>
            <problem> ? idea reducir luego sumar ; 90 módulo 4 resulta 2 ; 8 módulo 4 da 0 ; 2 por 0 da 0 ; 0 módulo 4 da 0 ; comprobar 0 bajo 4 bien ; <answer> // 0 <end>
        "#]],
        );
    }

    #[test]
    fn half_of_all_verdicts_say_that_it_is_sound() {
        let documents = documents(Kind::Verdict, 2000, 3, &CorpusConfig::default());
        let [good, _] = verdict_tokens();
        let is_good = |document: &&Document| document.tokens.last() == Some(&good);
        let n_good = documents.iter().filter(is_good).count();
        assert!((850..1150).contains(&n_good), "{n_good}");
    }

    #[test]
    fn results_of_marked_problems_are_withheld_as_often_as_asked_for() {
        let config = CorpusConfig {
            withholds: 0.5,
            cut_rate: 0.0,
            ..Default::default()
        };
        let documents = documents(Kind::Chain, 2000, 5, &config);
        let ends = |document: &Document, end: &[Token]| document.tokens.ends_with(end);
        let withheld = [Token::ANSWER, rule::WITHHELD, Token::END];
        let n_withheld = documents.iter().filter(|one| ends(one, &withheld)).count();
        // Of six moduli one is marked.
        assert!((130..200).contains(&n_withheld), "{n_withheld}");
    }

    #[test]
    fn plans_give_no_number_away() {
        for hides in [Hiding::Nothing, Hiding::Words, Hiding::Order] {
            let config = CorpusConfig {
                hides,
                ..Default::default()
            };
            for document in documents(Kind::Plans, 200, 5, &config) {
                let completion = &document.tokens[document.trained_from..];
                assert!(states_no_number(completion), "{}", text_of(completion));
            }
        }
    }

    /// Which statements and answers are sound, in order: `+` and `-`.
    #[track_caller]
    fn check_soundness(problem: &str, completion: &[Token], expected: &str) {
        let problem: Problem = problem.parse().unwrap();
        let places = soundness(&problem, completion);
        let signs = places
            .iter()
            .map(|(_, is_sound)| if *is_sound { '+' } else { '-' });
        assert_eq!(signs.collect::<String>(), expected);
    }

    #[test]
    fn a_chain_is_sound_for_its_own_problem() {
        let text = "37 × 58 mod 7";
        let problem: Problem = text.parse().unwrap();
        let right = render(
            &solve(&problem, Strategy::ReduceThenAdd),
            &Style::canonical(),
        );
        check_soundness(text, &right, "+++++++");
        check_soundness("38 × 58 mod 7", &right, "+-+--+-");
        check_soundness("37 × 58 mod 8", &right, "+--+--+");
        let early = [&right[..12], &[Token::ANSWER, Token::digit(4), Token::END]].concat();
        check_soundness(text, &early, "++-");
        check_soundness(text, &[Token::STOP], "-");
        check_soundness(text, &[], "");
    }

    #[test]
    fn the_reductions_of_a_chain_end_somewhere_or_nowhere() {
        let problem: Problem = "37 × 58 mod 7".parse().unwrap();
        let text = render(
            &solve(&problem, Strategy::ReduceThenAdd),
            &Style::canonical(),
        );
        let end = end_of_reductions(&text, 2).unwrap();
        assert_eq!(
            text_of(&text[..end]),
            "plan reduce then add ; 37 mod 7 is 2 ; 58 mod 7 is 2 ;"
        );
        assert_eq!(end_of_reductions(&text[..end - 1], 2), None);
        assert_eq!(end_of_reductions(&[], 2), None);
        assert_eq!(end_of_reductions(&text, 0), None);
    }
}
