# Names of values that stand in more than one part of the page.

## The two models

size-large = GPT large
size-small = GPT small

## Families of problems outside of training: buttons, options, rows of tables

family-negative_operand = negative
family-subtraction = subtraction
family-three_digit_operand = three digits
family-unseen_modulus = modulus 6
family-two_digit_modulus = modulus > 9
family-operand_count = more numbers
family-other_operators = other operators
family-other_modulus = modulus 2

## Dialects that a chain can be put into, also after "in"

dialect-english = English
dialect-german = German
dialect-spanish = Spanish
dialect-symbols = symbols

## How a run of reinforcement learning, or of its control, was rewarded

rl-arm-chain_rl = rewarded when right
rl-arm-rl_shuffled_reward = rewards dealt out at random
rl-arm-rl_length_penalty = rewarded when right, less for every token
rl-arm-chain_imitation = no reward: copies worked chains

## Measures of a run of reinforcement learning

rl-measure-greedy_accuracy = answers right
rl-measure-greedy_chain_share = writes notes
rl-measure-chain_share = writes notes, sampled
rl-measure-length = length in tokens, sampled
rl-measure-valid_step_share = valid steps, sampled
rl-measure-entropy = entropy of the next token, in nats
rl-measure-direct_accuracy = right when made to answer at once
rl-measure-reward = reward, sampled
rl-measure-reduce_then_add_share = notes that reduce first, then add
